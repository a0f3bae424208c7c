import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { Uri } from '../message/uri.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import type { Notification } from './notification.ts';
import type { SubscriptionState } from './subscription-state.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What subscriptions and publications need of the user agent they belong to. `UserAgent` is one. */
export interface SubscriptionOwner {
  readonly core: UserAgentCore;
  readonly subscriptions: Subscriptions;
  target(text: string | Uri): Uri;
}

/** How a subscriber is set up. */
export interface SubscriberOptions {
  /** Seconds asked for; default 3600. 0 asks for the state once (RFC 6665 section 4.4.3). */
  readonly expires?: number | undefined;
  /** Header lines for each SUBSCRIBE. */
  readonly extraHeaders?: readonly string[] | undefined;
  /** Body of the first SUBSCRIBE, such as a filter. */
  readonly body?: string | undefined;
  readonly contentType?: string | undefined;
  /** Media types that are understood; default those of the event package. */
  readonly accept?: readonly string[] | undefined;
  /** The `id` of the Event header field, to tell several subscriptions to one event apart. */
  readonly id?: string | undefined;
  /** Refresh before the subscription ends; default true. */
  readonly refresh?: boolean | undefined;
  /** Subscribe again by itself after an end or a failure that may pass; default true. */
  readonly retry?: boolean | undefined;
  /** What `subscription.ua` is; default the user agent it is made with. */
  readonly ua?: object | undefined;
}

/** Events of a subscription, with the arguments of their listeners. */
export interface SubscriberEvents {
  readonly stateChange: readonly [state: SubscriptionState];
  /** A NOTIFY came; it was answered with 200. */
  readonly notify: readonly [request: IncomingRequest, notification: Notification];
  readonly progress: readonly [response: IncomingResponse, cause: string];
  /** A SUBSCRIBE outside a dialog got a 2xx; its NOTIFY may have come before. */
  readonly accepted: readonly [response: IncomingResponse, cause: string];
  /** It was refused; `failed` follows. */
  readonly rejected: readonly [response: IncomingResponse, cause: string];
  /** It was refused, or nobody answered. The snapshot says whether it is tried again. */
  readonly failed: readonly [response: IncomingResponse | null, cause: string];
  /** It is over and not tried again; `reason` is that of the last NOTIFY, where there was one. */
  readonly terminated: readonly [reason: string];
}
