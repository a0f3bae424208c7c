import type { IncomingResponse } from '../message/incoming-message.ts';
import type { InboundMessage } from '../messaging/inbound-message.ts';
import type { Invitation } from '../session/invitation.ts';
import type { Session } from '../session/session.ts';
import type { Inviter } from '../session/inviter.ts';
import type { Notifier } from '../subscription/notifier.ts';
import type { UnsolicitedNotify } from '../subscription/subscriptions.ts';
import type { Referral } from '../transfer/referral.ts';
import type { ResumableCall } from './call-continuity.ts';

/** Events of a UA, with the arguments of their listeners (document 000). */
export interface UAEvents {
  /** A server is tried; `attempts` counts from 1 since the link was last up. */
  readonly connecting: readonly [args: { readonly attempts: number }];
  readonly connected: readonly [];
  /** The connection is lost, or could not be made. */
  readonly disconnected: readonly [];
  readonly registered: readonly [response: IncomingResponse];
  /** The binding is gone: removed (`cause` is null), or lost with the connection. */
  readonly unregistered: readonly [response: IncomingResponse | undefined, cause: string | null];
  readonly registrationFailed: readonly [response: IncomingResponse | undefined, cause: string];
  /** A call comes in. */
  readonly invite: readonly [session: Invitation];
  /** The INVITE of a call we place is on its way. */
  readonly inviteSent: readonly [session: Inviter];
  /** Calls of the page before wait for a word, in the mode `ask` of `resumeCalls`; or wait no more. */
  readonly resumable: readonly [calls: readonly ResumableCall[]];
  /** A call of the page before was taken up again: its sound is back. */
  readonly resumed: readonly [session: Session];
  /** A text came in. It is accepted unless a listener answers it; without any listener it is refused with 405. */
  readonly message: readonly [message: InboundMessage];
  /** A NOTIFY came that belongs to no subscription. It is refused with 481 unless a listener accepts it at once. */
  readonly notify: readonly [notify: UnsolicitedNotify];
  /**
   * Somebody wants to follow a state of ours. It is refused with 489 unless a listener answers it at once; without any
   * listener with 405.
   */
  readonly subscribe: readonly [notifier: Notifier];
  /**
   * A stranger asks us to call somebody, outside of any call (RFC 3515). Nobody has checked who it is: do so before
   * you `accept()`. Without a listener it is refused.
   */
  readonly outOfDialogReferRequested: readonly [context: Referral];
}
