import type { TerminateOptions } from './bye.ts';
import type { DescriptionOptions } from './exchange.ts';
import type { ExtensionUse } from './extension-use.ts';
import type { SessionTimerOptions } from './session-timer-options.ts';

/** Options of `Invitation.accept`. */
export interface InvitationAcceptOptions extends DescriptionOptions {
  readonly extraHeaders?: readonly string[];
  /** Session timer of this call (RFC 4028), over that of the user agent. */
  readonly sessionTimers?: SessionTimerOptions;
}

/** Options of `Invitation.progress`. */
export interface InvitationProgressOptions extends TerminateOptions, DescriptionOptions {
  /** 101 to 199; default 180. */
  readonly statusCode?: number;
  /**
   * Send it reliably (RFC 3262) where the caller takes that: `supported` or `required`; default `none`. A caller that
   * requires it gets it in any case.
   */
  readonly rel100?: ExtensionUse;
  /**
   * Answer the caller's offer already now, so that it hears us before we take the call (early media); default false. To
   * a caller that left the offer to us, only a reliable response can carry one; its first one always does.
   */
  readonly sessionDescription?: boolean;
}

/** Options of `Invitation.reject`. */
export interface InvitationRejectOptions extends TerminateOptions {
  /** 300 to 699; default 480. */
  readonly statusCode?: number;
  /** Where the caller should go instead; needed for 3xx (RFC 3261 section 13.3.1.2). */
  readonly contacts?: readonly string[];
}
