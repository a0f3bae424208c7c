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
