import { InvalidStateError } from '../base/errors.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { RequestTimeoutError, ResponseError } from '../user-agent/request-errors.ts';
import { sendBye } from './bye.ts';
import { causeOfMediaError } from './cause-of.ts';
import { dialogIsGone, sendInDialog } from './dialog-request.ts';
import { describe, type DescriptionOptions, rollBack, takeDescription } from './exchange.ts';
import { extensionHeaders } from './extension-use.ts';
import { untilAccepted } from './glare.ts';
import { readSessionBody } from './session-body.ts';
import type { SessionContext } from './session-context.ts';
import { SessionEndedError } from './session-errors.ts';

/** How a call is updated; see `Session.update`. */
export interface UpdateOptions extends DescriptionOptions {
  readonly extraHeaders?: readonly string[];
  /** Offer the media anew; default false: only our Contact and the session timer are refreshed. */
  readonly sessionDescription?: boolean;
}

/**
 * Sends an UPDATE and sees it through (RFC 3311 section 5). It waits until it may carry an offer, takes back one that is
 * refused, and is sent again when it crossed another.
 *
 * @throws InvalidStateError when there is no dialog yet
 * @throws {@link ResponseError} when it was refused; the call goes on as it was
 * @throws {@link SessionEndedError} when the call ended meanwhile
 */
export async function update(context: SessionContext, options: UpdateOptions): Promise<void> {
  const extraHeaders = parseExtraHeaders(options.extraHeaders ?? []);
  dialogOf(context);
  await untilAccepted(context, async () => {
    const turn = await context.negotiation.takeFloor('UPDATE', options.sessionDescription === true);
    try {
      return await attempt(context, dialogOf(context), options, extraHeaders);
    } finally {
      turn.finish();
    }
  });
}

function dialogOf(context: SessionContext): Dialog {
  if (context.isEnding()) throw new SessionEndedError('be updated', context.cause);
  const dialog = context.currentDialog;
  if (dialog === undefined) throw new InvalidStateError('update the call', context.state);
  return dialog;
}

async function attempt(
  context: SessionContext,
  dialog: Dialog,
  options: UpdateOptions,
  extraHeaders: readonly (readonly [string, string])[],
): Promise<ResponseError | undefined> {
  const offers = options.sessionDescription === true;
  const media: DescriptionOptions = {
    ...options,
    sessionDescriptionHandlerOptions: { hold: context.localHold, ...options.sessionDescriptionHandlerOptions },
  };
  const body = offers ? await describe(context, media) : undefined;
  if (context.isEnding()) throw new SessionEndedError('be updated', context.cause);
  // Only now, so that numbers go out in their order.
  const request = buildUpdate(context, dialog, extraHeaders);
  if (body !== undefined) request.body = body;
  let response: IncomingResponse;
  try {
    response = await sendInDialog(context, dialog, request);
  } catch (error) {
    if (offers) await rollBack(context);
    if (error instanceof RequestTimeoutError) await dialogIsGone(context, dialog);
    throw error;
  }
  if (response.statusCode >= 300) {
    if (offers) await rollBack(context);
    if (response.statusCode === 481 || response.statusCode === 408) await dialogIsGone(context, dialog);
    return new ResponseError('UPDATE', response);
  }
  // RFC 3311 section 5.3: as any target refresh.
  dialog.refreshTarget(response);
  context.peer.learn(response);
  if (dialog.state === 'confirmed') context.sessionTimer.accepted(request, response);
  if (offers) await takeAnswer(context, dialog, response, media);
  return undefined;
}

function buildUpdate(
  context: SessionContext,
  dialog: Dialog,
  extraHeaders: readonly (readonly [string, string])[],
): OutgoingRequest {
  const { core } = context;
  const request = dialog.createRequest('UPDATE');
  request.headers.set('Contact', core.identity.contact.toString());
  request.headers.set('Allow', core.allow);
  for (const [name, value] of extensionHeaders(core.optionTags)) request.headers.set(name, value);
  for (const [name, value] of extraHeaders) request.headers.add(name, value);
  // The timer is that of the dialog that wins (RFC 4028 section 7.2).
  if (dialog.state === 'confirmed') context.sessionTimer.describe(request);
  return request;
}

async function takeAnswer(
  context: SessionContext,
  dialog: Dialog,
  response: IncomingResponse,
  options: DescriptionOptions,
): Promise<void> {
  try {
    const body = readSessionBody(response, context.handler);
    if (body.kind === 'description') await takeDescription(context, body.sdp, options);
    else await rollBack(context);
  } catch (error) {
    if (context.isEnding()) throw new SessionEndedError('be updated', context.cause);
    // The two sides no longer agree on what the media are.
    const reason = { statusCode: 488, reasonPhrase: 'Not Acceptable Here' };
    if (dialog.state === 'confirmed') await sendBye(context, dialog, reason, causeOfMediaError(error));
    throw error;
  }
}
