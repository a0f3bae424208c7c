import type { Dialog } from '../dialog/dialog.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { answerOffer } from './exchange.ts';
import { extensionHeaders } from './extension-use.ts';
import { refuseCrossing } from './glare.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Answers an UPDATE, in an early or a confirmed dialog (RFC 3311 section 5.2).
 *
 * @returns whether it changed the session
 */
export async function answerUpdate(context: SessionContext, request: ServerRequest, dialog: Dialog): Promise<boolean> {
  const { message } = request;
  const offer = readSessionBody(message, context.handler);
  if (offer.kind === 'unsupported') {
    request.reply(415, { headers: [['Accept', 'application/sdp']] });
    return false;
  }
  const confirmed = dialog.state === 'confirmed';
  if (confirmed && context.sessionTimer.refuse(request)) return false;
  const turn = context.negotiation.beginRemote('UPDATE', offer.kind === 'description');
  if (typeof turn === 'string') {
    refuseCrossing(context, request, turn);
    return false;
  }
  // A request that still waits when the call ends is answered all the same.
  const forget = context.atEnd(() => {
    request.reply(487);
  });
  try {
    let body: Body | undefined;
    if (offer.kind === 'description') {
      const sessionDescriptionHandlerOptions = { hold: context.localHold };
      body = await answerOffer(context, offer.sdp, { sessionDescriptionHandlerOptions });
    }
    if (request.answered) return false;
    dialog.refreshTarget(message);
    context.peer.learn(message);
    request.reply(200, {
      headers: [
        ['Contact', context.core.identity.contact.toString()],
        ['Allow', context.core.allow],
        ...extensionHeaders(context.core.optionTags),
        ...(confirmed ? context.sessionTimer.answer(message) : []),
      ],
      body,
    });
    return body !== undefined;
  } catch {
    // Said in the log by whoever refused it; the media are as they were.
    if (context.isEnding()) request.reply(487);
    request.reply(488, { headers: [['Warning', '399 - "The offer cannot be taken"']] });
    return false;
  } finally {
    forget();
    turn.finish();
  }
}
