/** The states of a notifier (RFC 6665 section 4.2.2). */
export const NotifierState = {
  /** Asked, not answered. */
  Initial: 'Initial',
  /** Accepted, and it is not decided yet whether they may know. */
  Pending: 'Pending',
  Active: 'Active',
  Terminated: 'Terminated',
} as const;

/** One of {@link NotifierState}. */
export type NotifierState = (typeof NotifierState)[keyof typeof NotifierState];

/** State as it is sent to a subscriber. */
export interface NotifyBody {
  readonly body: string;
  /** Such as `application/pidf+xml`. */
  readonly contentType: string;
}

/** How a subscription is accepted. */
export interface NotifierAcceptOptions {
  /** The state to tell at once, and again with each refresh; a function is asked each time. */
  readonly state?: NotifyBody | (() => NotifyBody | undefined) | undefined;
  /** Seconds that we grant at the most; default as many as they ask for. */
  readonly expires?: number | undefined;
  /** Seconds below which we refuse with 423; default none. Never applies to an hour and more (section 4.2.1.1). */
  readonly minExpires?: number | undefined;
  readonly extraHeaders?: readonly string[] | undefined;
}

/** Why we end a subscription (section 4.1.3). */
export type TerminationReason =
  'deactivated' | 'probation' | 'rejected' | 'timeout' | 'giveup' | 'noresource' | 'invariant';

/** Events of a notifier. */
export interface NotifierEvents {
  readonly stateChange: readonly [state: NotifierState];
  /** They asked for more time, and got the state again. */
  readonly refreshed: readonly [];
  /** Over: by them, by us, by time, or because a NOTIFY could not be delivered. */
  readonly terminated: readonly [reason: string];
}
