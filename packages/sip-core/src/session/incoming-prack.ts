import { InvalidValueError } from '../base/errors.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { answerOffer } from './exchange.ts';
import { refuseCrossing } from './glare.ts';
import type { IncomingExchange } from './incoming-exchange.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Answers a PRACK that matches (RFC 3262 sections 3 and 5): it may carry the answer to our offer, or a new offer.
 *
 * @param describes - whether the response it acknowledges carried our description
 * @throws MediaError or InvalidValueError when the answer to our offer cannot be used: there can be no call then
 */
export async function answerPrack(
  context: SessionContext,
  request: ServerRequest,
  exchange: IncomingExchange,
  describes: boolean,
): Promise<void> {
  // A request that still waits when the call ends is answered all the same.
  const forget = context.atEnd(() => {
    request.reply(487);
  });
  try {
    const body = readSessionBody(request.message, context.handler);
    const sdp = body.kind === 'description' ? body.sdp : undefined;
    if (describes && !exchange.complete) {
      if (exchange.offerless) {
        await takeAnswer(request, exchange, sdp);
        exchange.delivered();
        request.reply(200);
        return;
      }
      exchange.delivered();
    }
    if (sdp === undefined) request.reply(200);
    else await takeOffer(context, request, sdp);
  } finally {
    forget();
  }
}

async function takeAnswer(request: ServerRequest, exchange: IncomingExchange, sdp: string | undefined): Promise<void> {
  try {
    if (sdp === undefined) throw new InvalidValueError('PRACK', 'brought no answer');
    await exchange.takeAnswer(sdp);
  } catch (error) {
    request.reply(488);
    throw error;
  }
}

async function takeOffer(context: SessionContext, request: ServerRequest, sdp: string): Promise<void> {
  const turn = context.negotiation.beginRemote('UPDATE', true);
  if (typeof turn === 'string') {
    refuseCrossing(context, request, turn);
    return;
  }
  try {
    const sessionDescriptionHandlerOptions = { hold: context.localHold };
    const answer = await answerOffer(context, sdp, { sessionDescriptionHandlerOptions });
    request.reply(200, { body: answer });
  } catch {
    // The call goes on with what was agreed before.
    request.reply(488);
  } finally {
    turn.finish();
  }
}
