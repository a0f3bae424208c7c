import type { SipError } from '../base/errors.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import type { EventId } from './event-id.ts';
import type { Notification } from './notification.ts';
import type { SubscriptionDialog } from './subscription-dialog.ts';
import type { SubscriptionEnd } from './subscription-timing.ts';

/** What the parts of a subscription need of the subscriber they belong to. */
export interface SubscriptionHost {
  readonly core: UserAgentCore;
  readonly event: EventId;
  /** Seconds that are asked for. */
  readonly expires: number;
  /** Whether subscriptions are refreshed by themselves. */
  readonly refreshes: boolean;
  /** Whether a fork may make one more subscription. */
  mayFork(): boolean;
  /** Writes what every SUBSCRIBE has, and notes that one is sent. */
  prepare(request: OutgoingRequest, expires: number): void;
  /** Milliseconds until the next SUBSCRIBE may go. */
  soonest(): number;
  /** Takes over the Min-Expires of a 423 (RFC 3261 section 10.2.8); false when that leads nowhere. */
  adoptMinExpires(response: IncomingResponse): boolean;
  /** A NOTIFY was taken and answered. */
  notified(notification: Notification): void;
  /** A dialog was made, or its state has changed. */
  changed(dialog: SubscriptionDialog): void;
  /** A dialog is over. */
  over(dialog: SubscriptionDialog, end: SubscriptionEnd, error?: SipError): void;
}
