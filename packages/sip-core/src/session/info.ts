import { InvalidStateError } from '../base/errors.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import type { SessionContext } from './session-context.ts';

/** An INFO request within a session (RFC 6086). */
export interface InfoOptions {
  readonly contentType: string;
  readonly body: string;
  /** The Info-Package; none for the older uses of INFO. */
  readonly infoPackage?: string;
  readonly extraHeaders?: readonly string[];
}

/**
 * Sends an INFO.
 *
 * @throws {@link InvalidStateError} when there is no dialog to send it in
 * @throws {@link ResponseError} when it was refused
 */
export function sendInfo(context: SessionContext, options: InfoOptions): Promise<void> {
  const dialog = context.currentDialog;
  if (dialog === undefined || context.isEnding())
    return Promise.reject(new InvalidStateError('send an INFO', context.state));
  const request = dialog.createRequest('INFO');
  if (options.infoPackage !== undefined) request.headers.set('Info-Package', options.infoPackage);
  for (const [name, value] of parseExtraHeaders(options.extraHeaders ?? [])) request.headers.add(name, value);
  request.body = { content: options.body, contentType: options.contentType };
  return new Promise((resolve, reject) => {
    context.core.send(
      request,
      {
        onFinal: (response) => {
          if (response.statusCode < 300) resolve();
          else reject(new ResponseError('INFO', response));
        },
        onFailure: reject,
      },
      dialog,
    );
  });
}
