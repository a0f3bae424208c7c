import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { sendBye } from './bye.ts';
import { endCause } from './end-cause.ts';
import type { SessionContext } from './session-context.ts';
import { SessionEndedError } from './session-errors.ts';

/**
 * Sends a request within a dialog, other than INVITE. Resolves with its final response, whatever that is.
 *
 * @throws RequestTimeoutError or ConnectionError when there is none
 * @throws {@link SessionEndedError} when the session ends first
 */
export function sendInDialog(
  context: SessionContext,
  dialog: Dialog,
  request: OutgoingRequest,
): Promise<IncomingResponse> {
  return new Promise((resolve, reject) => {
    const forget = context.atEnd(() => {
      reject(new SessionEndedError(`be asked by ${request.method}`, context.cause));
    });
    context.core.send(
      request,
      {
        onFinal: (response) => {
          forget();
          resolve(response);
        },
        onFailure: (error) => {
          forget();
          reject(error);
        },
      },
      dialog,
    );
  });
}

/**
 * The peer's side of the call no longer exists: a 481, a 408 or no answer at all said so (RFC 3261 section 12.2.1.2).
 */
export async function dialogIsGone(context: SessionContext, dialog: Dialog): Promise<void> {
  if (context.isEnding() || dialog.state !== 'confirmed') return;
  await sendBye(context, dialog, {}, context.endsAs ?? endCause('DIALOG_ERROR', 'system', { statusCode: 481 }));
}
