import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { Uri } from '../message/uri.ts';
import { type ExtensionUse, extensionHeaders } from './extension-use.ts';
import type { SessionContext } from './session-context.ts';

/** What an INVITE says besides who calls whom. */
export interface InviteRequestOptions {
  readonly anonymous?: boolean;
  readonly rel100?: ExtensionUse;
}

/** The INVITE that starts a call (RFC 3261 section 13.2.1), without a body. */
export function inviteRequest(
  context: SessionContext,
  target: Uri,
  options: InviteRequestOptions,
  extraHeaders: readonly (readonly [string, string])[],
): OutgoingRequest {
  const { core, local, remote } = context;
  // The To header field has neither port nor parameters (section 19.1.1).
  const to = remote.with({ uri: remote.uri.with({ port: undefined, params: {} }) });
  const request = core.newRequest('INVITE', target, { from: local, to });
  const { headers } = request;
  headers.set('Contact', core.identity.contact.toString());
  headers.set('Allow', core.allow);
  for (const [name, value] of extensionHeaders(core.optionTags, options.rel100)) headers.set(name, value);
  if (options.anonymous === true) {
    headers.set('Privacy', 'id');
    headers.set('P-Preferred-Identity', core.identity.from('').with({ params: {} }).toString());
  }
  for (const [name, value] of extraHeaders) headers.add(name, value);
  context.sessionTimer.describe(request);
  return request;
}

/** The same INVITE as a new attempt, after a 422 (RFC 4028 section 7.3): same Call-ID, From and To, next number. */
export function inviteAgain(context: SessionContext, invite: OutgoingRequest): OutgoingRequest {
  const request = invite.clone();
  for (const name of ['Via', 'Authorization', 'Proxy-Authorization', 'Session-Expires', 'Min-SE']) {
    request.headers.delete(name);
  }
  request.headers.set('CSeq', `${invite.cseq.seq + 1} INVITE`);
  context.sessionTimer.describe(request);
  return request;
}
