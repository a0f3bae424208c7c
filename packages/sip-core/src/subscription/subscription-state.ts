import type { ErrorInfo } from '../base/errors.ts';

/** The states of a subscriber (those of the `Subscription` that goes with document 002). */
export const SubscriptionState = {
  /** Made; nothing was sent. */
  Initial: 'Initial',
  /** Asked for, and no NOTIFY has come; or waiting to ask again. */
  NotifyWait: 'NotifyWait',
  /** NOTIFYs come. */
  Subscribed: 'Subscribed',
  /** Over. */
  Terminated: 'Terminated',
} as const;

/** One of {@link SubscriptionState}. */
export type SubscriptionState = (typeof SubscriptionState)[keyof typeof SubscriptionState];

/** What a person would say is going on with a subscription. */
export type SubscriptionStatus =
  | 'idle'
  /** Asked for. */
  | 'subscribing'
  /** Nobody has decided yet whether we may. */
  | 'pending'
  | 'active'
  /** Over for now; it is asked for again at `retryAt`, or when there is a connection. */
  | 'waiting'
  | 'unsubscribing'
  | 'ended';

/** The state that document 002 knows for each status. */
export function stateOfStatus(status: SubscriptionStatus, subscribed: boolean): SubscriptionState {
  switch (status) {
    case 'idle':
      return 'Initial';
    case 'subscribing':
    case 'waiting':
      return 'NotifyWait';
    case 'pending':
    case 'active':
      return 'Subscribed';
    case 'unsubscribing':
      return subscribed ? 'Subscribed' : 'NotifyWait';
    case 'ended':
      return 'Terminated';
  }
}

/** A subscription at one moment: frozen and serialisable. */
export interface SubscriptionSnapshot {
  readonly id: string;
  readonly event: string;
  /** Whose state it is. */
  readonly target: string;
  readonly state: SubscriptionState;
  readonly status: SubscriptionStatus;
  /** When it ends unless it is refreshed, milliseconds since the epoch. */
  readonly expiresAt: number | null;
  /** When it is asked for again, milliseconds since the epoch. */
  readonly retryAt: number | null;
  /** How many notifiers tell us: more than one when the SUBSCRIBE was forked. */
  readonly notifiers: number;
  /** Why it was refused last. */
  readonly error: ErrorInfo | null;
}
