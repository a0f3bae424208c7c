import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import type { SessionParts } from './session-parts.ts';
import type { SessionTimerOptions } from './session-timer-options.ts';
import type { Session } from './session.ts';

/** What a session needs of the user agent it belongs to. `UserAgent` is one. */
export interface SessionOwner {
  readonly core: UserAgentCore;
  readonly sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory;
  readonly parts: SessionParts;
  /** Milliseconds an incoming call rings before we refuse it with 480; 0 rings for ever. */
  readonly noAnswerTimeout: number;
  /** Session timers of its calls. */
  readonly sessionTimers?: SessionTimerOptions | undefined;
  /** Whether the server we are connected to is one whose word on identities counts (RFC 3325). */
  trustsServer(): boolean;
  /** Told of each session as it begins, and tells it when the connection comes or goes. */
  adopt(session: Session): void;
  /** Told of each session as it ends; one that was never adopted is none of its business. */
  forget(session: Session): void;
}
