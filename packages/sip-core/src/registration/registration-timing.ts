import { randomFraction } from '../base/identifiers.ts';
import type { SipError } from '../base/errors.ts';
import type { Random } from '../platform.ts';
import { ResponseError } from '../user-agent/request-errors.ts';

/** Milliseconds between two REGISTERs that we send by ourselves, whatever the registrar says. */
export const SHORTEST_INTERVAL = 2000;

/** Seconds; a longer binding is refreshed as if it were this long. */
export const LONGEST_EXPIRES = 604_800;

/**
 * Milliseconds after which a binding is refreshed: at 80 to 90 % of its life, so that many clients of one server do not
 * come at once, and so that there is time for a second try.
 */
export function refreshDelay(expires: number, random: Random): number {
  const share = 0.8 + 0.1 * randomFraction(random);
  return Math.max(SHORTEST_INTERVAL, expires * 1000 * share);
}

/**
 * Milliseconds to wait after a failure, or nothing when trying again is no use: the registrar has refused us, and will
 * again until something is changed.
 *
 * @param fraction - 0 to 1, for jitter
 */
export function retryDelay(error: SipError, failures: number, fraction: number): number | undefined {
  if (error instanceof ResponseError) {
    const retryAfter = error.response.retryAfter?.seconds;
    if (retryAfter !== undefined) return Math.max(SHORTEST_INTERVAL, Math.min(retryAfter, LONGEST_EXPIRES) * 1000);
    if (!error.retryable && error.statusCode < 500) return undefined;
  }
  // RFC 5626 section 4.5: 30 s doubled with each failure, at most 1800 s, 50 to 100 % of that.
  const longest = Math.min(1800, 30 * 2 ** Math.min(failures - 1, 10));
  return longest * 1000 * (0.5 + 0.5 * fraction);
}
