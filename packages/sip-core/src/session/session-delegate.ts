import type { IncomingRequest } from '../message/incoming-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { ReferContext } from './session-parts.ts';
import type { Session } from './session.ts';

/** What a session tells its one delegate (document 002). Every method is optional. */
export interface SessionDelegate {
  /** Asked to transfer itself. Nothing is followed unless this, or a listener of `referRequested`, accepts. */
  onRefer?(referral: ReferContext): void;
  onBye?(request: IncomingRequest): void;
  onInfo?(request: ServerRequest): void;
  onNotify?(request: ServerRequest): void;
  onInvite?(request: IncomingRequest): void;
  /** Another session has taken this one's place (RFC 3891); this one ends. */
  onReplaced?(session: Session): void;
}
