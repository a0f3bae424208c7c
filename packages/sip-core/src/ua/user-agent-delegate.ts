import type { InboundMessage } from '../messaging/inbound-message.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Notifier } from '../subscription/notifier.ts';
import type { UnsolicitedNotify } from '../subscription/subscriptions.ts';
import type { Referral } from '../transfer/referral.ts';

/** What a user agent tells its one delegate. Every method is optional. */
export interface UserAgentDelegate {
  onConnect?(): void;
  /** @param error - why; none when the disconnect was asked for */
  onDisconnect?(error?: Error): void;
  onInvite?(invitation: Invitation): void;
  /** A text came in; it is accepted unless it is answered here. Without this and without listeners it gets 405. */
  onMessage?(message: InboundMessage): void;
  /** A NOTIFY came that belongs to no subscription; it gets 481 unless it is accepted here at once. */
  onNotify?(notify: UnsolicitedNotify): void;
  /**
   * Somebody wants to follow a state of ours. Refused with 489 unless it is answered here at once; without this and
   * without listeners SUBSCRIBE gets 405.
   */
  onSubscribe?(notifier: Notifier): void;
  /**
   * A stranger asks us to call somebody, outside of any call (RFC 3515). Nobody has checked who it is. Without this and
   * without a listener of `outOfDialogReferRequested` it is refused.
   */
  onRefer?(referral: Referral): void;
}
