import { wholeNumber } from '../base/xml-text.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import { type EventId, readEvent } from './event-id.ts';

/** A NOTIFY of a subscription, and what it says of it (RFC 6665 section 4.1.3). */
export interface Notification {
  readonly request: IncomingRequest;
  /** A state that is not known counts as `active`. */
  readonly state: 'active' | 'pending' | 'terminated';
  /** Why it is terminated, in lower case; empty when that was not said. */
  readonly reason: string;
  /** Seconds that are left; `null` when that was not said. */
  readonly expires: number | null;
  /** Seconds to wait before subscribing again. */
  readonly retryAfter: number | null;
}

/** Reads a NOTIFY; `undefined` when it lacks Subscription-State. */
function readNotification(request: IncomingRequest): Notification | undefined {
  const value = request.subscriptionState;
  if (value === undefined) return undefined;
  const word = value.value.toLowerCase();
  const state = word === 'terminated' || word === 'pending' ? word : 'active';
  return {
    request,
    state,
    reason: state === 'terminated' ? (value.params.get('reason') ?? '').toLowerCase() : '',
    // It means nothing in a terminated state.
    expires: state === 'terminated' ? null : (wholeNumber(value.params.get('expires')) ?? null),
    retryAfter: wholeNumber(value.params.get('retry-after')) ?? null,
  };
}

/**
 * Reads a NOTIFY of the subscription to an event, or refuses it: 489 for another package, 481 for another subscription
 * to the same one, 400 without a state.
 */
export function acceptNotify(request: ServerRequest, event: EventId): Notification | undefined {
  const named = readEvent(request.message.event);
  if (named?.type !== event.type) {
    request.reply(489);
    return undefined;
  }
  if (named.id !== event.id) {
    request.reply(481);
    return undefined;
  }
  const notification = readNotification(request.message);
  if (notification === undefined) request.reply(400, { reasonPhrase: 'Missing Subscription-State Header Field' });
  return notification;
}
