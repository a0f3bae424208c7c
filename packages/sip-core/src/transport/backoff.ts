import { randomFraction } from '../base/identifiers.ts';
import type { Random } from '../platform.ts';

/** Bounds of a {@link backoff}, in milliseconds. */
export interface BackoffBounds {
  readonly min: number;
  readonly max: number;
}

/** How much the upper end of the draw grows with each failure. */
const GROWTH = 1.5;

/**
 * How long to wait before the next try: drawn between `min` and an upper end that grows with each failure up to
 * `max`. The draw keeps many clients of one server from coming back in step.
 *
 * @param failures - how many tries have failed before, from 0
 */
export function backoff(failures: number, bounds: BackoffBounds, random: Random): number {
  const upper = Math.min(bounds.max, bounds.min * 1.25 * GROWTH ** failures);
  return bounds.min + Math.max(0, upper - bounds.min) * randomFraction(random);
}

/**
 * How long to wait where nobody is waiting: 50 to 100 % of the longest wait (RFC 5626 section 4.5). The first wait is drawn
 * as if such waits had gone on for ever, so that however long a server was away, its clients return evenly: 4.4 % of
 * them in each second when the longest wait is 30 s.
 *
 * @param first - whether it is the first wait after the loss
 * @param longest - milliseconds
 */
export function spread(first: boolean, longest: number, random: Random): number {
  const share = randomFraction(random);
  if (!first) return longest * (0.5 + 0.5 * share);
  // What is left of a wait of 50 to 100 % at any moment: evenly up to 50 %, then ever rarer.
  return share < 2 / 3 ? longest * 0.75 * share : longest * (1 - 0.5 * Math.sqrt(3 * (1 - share)));
}
