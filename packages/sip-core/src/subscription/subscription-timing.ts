import type { SipError } from '../base/errors.ts';
import { LONGEST_EXPIRES, retryDelay } from '../registration/registration-timing.ts';
import { ResponseError } from '../user-agent/request-errors.ts';

/** 64*T1 in milliseconds: how long the NOTIFY that must follow a SUBSCRIBE may take (RFC 6665 section 4.1.2.4). */
export const TIMER_N = 32_000;

/** Milliseconds; a subscription that ends sooner than this tells that subscribing again at once is of no use. */
export const SHORT_LIFE = 60_000;

/** Why a subscription is over. */
export interface SubscriptionEnd {
  /** The notifier's reason (RFC 6665 section 4.1.3), or `gone` when a request told that it knows nothing of us. */
  readonly reason: string;
  /** Seconds that the notifier asks us to wait. */
  readonly retryAfter: number | null;
}

/**
 * Milliseconds to wait before subscribing again after the end of a subscription, or nothing when there is no use in it
 * (RFC 6665 section 4.1.3).
 *
 * @param shortLives - how many subscriptions in a row have ended soon after they were made
 * @param fraction - 0 to 1, for jitter
 */
export function resubscribeDelay(end: SubscriptionEnd, shortLives: number, fraction: number): number | undefined {
  switch (end.reason) {
    case 'rejected':
    case 'noresource':
    case 'invariant':
      return undefined;
    case 'deactivated':
    case 'timeout':
    case 'gone':
      // "Immediately", but not for ever: a notifier that keeps saying so is asked less and less often.
      return shortLives <= 1 ? 0 : backoff(1, shortLives - 1, fraction);
    default:
      // probation, giveup, none or one we do not know.
      return end.retryAfter === null
        ? backoff(15, Math.max(1, shortLives), fraction)
        : Math.min(end.retryAfter, LONGEST_EXPIRES) * 1000;
  }
}

/**
 * Milliseconds to wait after a request that failed, or nothing when the same request would fail again.
 *
 * @param failures - how many have failed in a row
 * @param fraction - 0 to 1, for jitter
 */
export function failureDelay(error: SipError, failures: number, fraction: number): number | undefined {
  const refused = error instanceof ResponseError && !error.retryable && error.response.retryAfter === undefined;
  return refused ? undefined : retryDelay(error, failures, fraction);
}

/** Doubles with each time, at most half an hour; 50 to 100 % of that. */
function backoff(seconds: number, times: number, fraction: number): number {
  return Math.min(1800, seconds * 2 ** Math.min(times, 11)) * 1000 * (0.5 + 0.5 * fraction);
}
