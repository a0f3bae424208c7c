import type { IncomingRequest } from '../message/incoming-message.ts';

const COOKIE = 'z9hG4bK';

/** Whether the branch was made as RFC 3261 wants it, and so names the transaction (section 8.1.1.7). */
export function hasCookie(request: IncomingRequest): boolean {
  const { branch } = request.via;
  return branch !== undefined && branch.length > COOKIE.length && branch.startsWith(COOKIE);
}

/**
 * What tells a server transaction from all others (RFC 3261 section 17.2.3). Joined, and not
 * put together by a template, as that would keep the whole message in memory for as long as the key is kept.
 *
 * @param method - that of the request which made the transaction: INVITE for an ACK, and for what a CANCEL cancels
 */
export function serverKey(request: IncomingRequest, method: string = request.method): string {
  const { via } = request;
  if (hasCookie(request)) return [via.branch, via.sentBy, method].join('\n');
  // RFC 2543: the branch, if any, says little. The To tag is left out, as an ACK has one where its INVITE has none.
  const { requestUri, fromTag = '', callId, cseq } = request;
  return [requestUri.toString(), fromTag, callId, cseq.seq, via.toString(), method].join('\n');
}

/** What the same request has in common on whatever path it comes (RFC 3261 section 8.2.2.2); absent within a dialog. */
export function mergeKey(request: IncomingRequest): string | undefined {
  if (request.toTag !== undefined || request.method === 'CANCEL') return undefined;
  const { callId, cseq, fromTag = '' } = request;
  return [callId, cseq.seq, cseq.method, fromTag].join('\n');
}
