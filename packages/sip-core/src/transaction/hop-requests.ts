import type { IncomingResponse } from '../message/incoming-message.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';

/** The ACK to a final response of 300 and above, without Via, which is that of the INVITE (RFC 3261 section 17.1.1.3). */
export function ackTo(invite: OutgoingRequest, response: IncomingResponse): OutgoingRequest {
  const ack = sameHop(invite, 'ACK');
  const to = response.header('To');
  if (to !== undefined) ack.headers.set('To', to);
  return ack;
}

/**
 * The CANCEL of an INVITE, without Via, which is that of the INVITE. It has neither Require nor Proxy-Require (RFC 3261
 * section 9.1).
 *
 * @param headers - further header fields, such as Reason (RFC 3326)
 */
export function cancelOf(invite: OutgoingRequest, headers: readonly (readonly [string, string])[]): OutgoingRequest {
  const cancel = sameHop(invite, 'CANCEL');
  for (const [name, value] of headers) cancel.headers.add(name, value);
  return cancel;
}

/** A request of the same Request-URI, Call-ID, From, To, number and Route; every Route, in its order. */
function sameHop(invite: OutgoingRequest, method: string): OutgoingRequest {
  const request = new OutgoingRequest({ method, uri: invite.uri });
  for (const route of invite.headers.all('Route')) request.headers.add('Route', route);
  request.headers.set('Max-Forwards', invite.headers.get('Max-Forwards') ?? '70');
  for (const name of ['From', 'To', 'Call-ID']) {
    const value = invite.headers.get(name);
    if (value !== undefined) request.headers.set(name, value);
  }
  request.headers.set('CSeq', `${invite.cseq.seq} ${method}`);
  return request;
}
