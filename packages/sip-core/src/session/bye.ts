import type { Dialog } from '../dialog/dialog.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { type EndCause, endCause } from './end-cause.ts';
import { isAnsweredElsewhere, readReason, sipReason } from './reason.ts';
import type { SessionContext } from './session-context.ts';

/** How a session is given up; the names are those of document 001. */
export interface TerminateOptions {
  /** Status of a refusal, or of the Reason header field of a CANCEL or BYE. */
  readonly status_code?: number;
  readonly statusCode?: number;
  readonly reason_phrase?: string;
  readonly reasonPhrase?: string;
  readonly body?: string;
  /** Needs a Content-Type line when there is a body. */
  readonly extraHeaders?: readonly string[];
}

/** The Reason header field that the options ask for (RFC 3326). */
export function reasonHeaders(options: TerminateOptions): (readonly [string, string])[] {
  const statusCode = options.statusCode ?? options.status_code;
  if (statusCode === undefined) return [];
  return [['Reason', sipReason(statusCode, options.reasonPhrase ?? options.reason_phrase ?? '')]];
}

/**
 * Hangs up (RFC 3261 section 15.1.1). The media end at once; the session is over when the BYE was answered, timed out
 * or could not be sent.
 *
 * @param cause - told when it is over; by default what `context.endsAs` says, or that we hung up
 */
export function sendBye(
  context: SessionContext,
  dialog: Dialog,
  options: TerminateOptions = {},
  cause: EndCause = context.endsAs ?? endCause('HUNG_UP', 'local'),
): Promise<void> {
  const bye = byeRequest(dialog, options);
  context.existingHandler?.close();
  context.move('terminate');
  return new Promise((resolve) => {
    context.atEnd(resolve);
    const over = (): void => {
      context.end(cause);
    };
    context.core.send(bye, { onFinal: over, onFailure: over }, dialog);
    context.events.emit('bye', bye);
  });
}

/** Ends a dialog that is not to become this session's: a fork that lost, or one answered after we gave up. */
export function byeStray(context: SessionContext, dialog: Dialog): void {
  const nothing = (): void => undefined;
  context.core.send(byeRequest(dialog, {}), { onFinal: nothing, onFailure: nothing }, dialog);
}

/** Answers a BYE and ends the session (section 15.1.2). Requests of theirs that still wait are answered 487. */
export function receiveBye(context: SessionContext, request: ServerRequest): void {
  request.reply(200);
  const { message } = request;
  context.end(remoteCause(message), message, () => {
    context.events.emit('bye', message);
  });
}

function remoteCause(message: IncomingRequest): EndCause {
  const reason = readReason(message);
  return endCause(isAnsweredElsewhere(reason) ? 'ANSWERED_ELSEWHERE' : 'HUNG_UP', 'remote', { reason });
}

function byeRequest(dialog: Dialog, options: TerminateOptions): OutgoingRequest {
  const bye = dialog.createRequest('BYE');
  for (const [name, value] of reasonHeaders(options)) bye.headers.set(name, value);
  let contentType = 'text/plain';
  for (const [name, value] of parseExtraHeaders(options.extraHeaders ?? [])) {
    if (name.toLowerCase() === 'content-type') contentType = value;
    else bye.headers.add(name, value);
  }
  if (options.body !== undefined) bye.body = { content: options.body, contentType };
  // What cannot be written is found out now, not when the media are closed and the session is on its way out.
  if (options.extraHeaders !== undefined || options.body !== undefined) serializeRequest(bye);
  return bye;
}
