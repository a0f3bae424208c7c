import type { Clock, TimerHandle } from '../platform.ts';

/**
 * A clock as devices have it: what time it is may jump, while timers go on; and a hidden page has its timers fire at
 * whole seconds only.
 */
export class SkewedClock implements Clock {
  /** Milliseconds that the time of day is ahead of the other clock; may be changed at any time. */
  offset = 0;
  /** Milliseconds that timers are rounded up to. */
  granularity = 1;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now() + this.offset;
  }

  setTimeout(callback: () => void, delay: number): TimerHandle {
    const now = this.#clock.now();
    const due = Math.ceil((now + delay) / this.granularity) * this.granularity;
    return this.#clock.setTimeout(callback, due - now);
  }

  clearTimeout(handle: TimerHandle | undefined): void {
    this.#clock.clearTimeout(handle);
  }
}
