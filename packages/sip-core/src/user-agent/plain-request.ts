import { InvalidValueError } from '../base/errors.ts';
import { isAll, TOKEN } from '../message/characters.ts';
import { parseExtraHeaders } from '../message/extra-headers.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import type { Uri } from '../message/uri.ts';
import type { UserAgentCore } from './user-agent-core.ts';

/** What a request outside a dialog carries. */
export interface PlainRequestOptions {
  readonly body?: string | undefined;
  /** Default that of a Content-Type line in `extraHeaders`, then `application/sdp` for INVITE, `text/plain` else. */
  readonly contentType?: string | undefined;
  /** Header lines such as `X-Account: 42`. */
  readonly extraHeaders?: readonly string[] | undefined;
}

/** Their requests make a dialog or ask what we are, and say where we are reached (RFC 3261 section 8.1.1.8, 11.1). */
const WITH_CONTACT: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE', 'REFER', 'OPTIONS', 'NOTIFY', 'UPDATE']);

/**
 * Writes a request outside a dialog, and checks that it can be sent.
 *
 * @throws InvalidValueError for a method that is none, a line break in a value, or a field the library writes itself
 */
export function plainRequest(
  core: UserAgentCore,
  method: string,
  target: Uri,
  options: PlainRequestOptions = {},
): OutgoingRequest {
  if (!isAll(method, TOKEN)) throw new InvalidValueError('method', `${JSON.stringify(method)} is no token`);
  // Neither is a request of its own (RFC 3261 sections 9.1 and 17.1.1.3).
  if (method === 'ACK' || method === 'CANCEL') throw new InvalidValueError('method', `${method} belongs to an INVITE`);
  const request = core.newRequest(method, target);
  const { headers } = request;
  if (WITH_CONTACT.has(method)) headers.set('Contact', core.identity.contact.toString());
  if (method === 'INVITE' || method === 'OPTIONS') {
    headers.set('Allow', core.allow);
    headers.set('Accept', 'application/sdp');
    if (core.supported !== '') headers.set('Supported', core.supported);
  }
  let { contentType } = options;
  const seen = new Set<string>();
  for (const [name, value] of parseExtraHeaders(options.extraHeaders ?? [])) {
    if (name === 'Content-Type') {
      contentType ??= value;
      continue;
    }
    // A line of the application's own replaces ours; several of one name all count.
    if (seen.has(name)) headers.add(name, value);
    else headers.set(name, value);
    seen.add(name);
  }
  if (options.body !== undefined && options.body !== '') {
    contentType ??= method === 'INVITE' ? 'application/sdp' : 'text/plain';
    request.body = { content: options.body, contentType };
  }
  serializeRequest(request);
  return request;
}
