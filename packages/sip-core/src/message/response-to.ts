import { HeaderFields } from './header-fields.ts';
import type { IncomingRequest } from './incoming-message.ts';
import { type Body, OutgoingResponse } from './outgoing-message.ts';
import { NameAddr } from './name-addr.ts';
import type { ParseFailure } from './parse-failure.ts';

/** What may be added to a response. */
export interface ResponseOptions {
  readonly reasonPhrase?: string | undefined;
  /** The To tag of our side of the dialog; without one the tag is computed from the request. */
  readonly toTag?: string | undefined;
  /** Further header fields. */
  readonly headers?: Iterable<readonly [name: string, value: string]> | undefined;
  readonly body?: Body | undefined;
  /** The Contact to write. */
  readonly contact?: NameAddr | string | undefined;
}

/** Methods whose requests make dialogs, whose responses must carry the route back (RFC 3261 12.1.1, 3515, 6665). */
const DIALOG_MAKERS: readonly string[] = ['INVITE', 'SUBSCRIBE', 'REFER', 'NOTIFY'];

/**
 * Makes a response as RFC 3261 section 8.2.6 has it: Via, From, To (with a tag, but for 100), Call-ID and CSeq are
 * those of the request; Timestamp goes into a 100, Record-Route into what makes a dialog.
 *
 * @example
 * ```ts
 * transaction.respond(responseTo(request, 486, { toTag }));
 * ```
 */
export function responseTo(
  request: IncomingRequest,
  statusCode: number,
  options: ResponseOptions = {},
): OutgoingResponse {
  const headers = new HeaderFields();
  const copy = (name: string): void => {
    for (const value of request.headers(name)) headers.add(name, value);
  };
  copy('Via');
  copy('From');
  const to = request.header('To') ?? '';
  const needsTag = statusCode > 100 && request.toTag === undefined;
  headers.add('To', needsTag ? `${to};tag=${options.toTag ?? statelessTag(request.callId, request.via.branch)}` : to);
  headers.add('Call-ID', request.callId);
  copy('CSeq');
  if (statusCode === 100) copy('Timestamp');
  const makesDialog = statusCode > 100 && statusCode < 300 && DIALOG_MAKERS.includes(request.method);
  if (makesDialog) copy('Record-Route');
  if (options.contact !== undefined) headers.set('Contact', options.contact.toString());
  if (options.headers !== undefined) headers.addAll(options.headers);
  return new OutgoingResponse({ statusCode, reasonPhrase: options.reasonPhrase, headers, body: options.body });
}

/**
 * Makes the answer to a request that could not be parsed.
 *
 * @returns `undefined` when it was no request, an ACK, or too little of it could be read
 */
export function responseToFailure(failure: ParseFailure): OutgoingResponse | undefined {
  const { answerable, status, reason } = failure;
  if (answerable === undefined) return undefined;
  const { vias, from, to, callId, cseq } = answerable;
  const headers = new HeaderFields();
  for (const via of vias) headers.add('Via', via);
  const address = NameAddr.parse(to);
  const needsTag = address !== undefined && address.tag === undefined;
  headers.add('From', from);
  headers.add('To', needsTag ? `${to};tag=${statelessTag(callId, vias[0])}` : to);
  headers.add('Call-ID', callId);
  headers.add('CSeq', cseq);
  return new OutgoingResponse({ statusCode: status, reasonPhrase: status === 400 ? reason : undefined, headers });
}

/** A tag that is the same for each retransmission of a request (RFC 3261 section 8.2.7); FNV-1a over what names it. */
function statelessTag(callId: string, branch: string = ''): string {
  let hash = 0x811c9dc5;
  for (const text of [callId, branch]) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
