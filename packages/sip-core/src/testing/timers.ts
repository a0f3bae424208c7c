import type { Clock, TimerHandle } from '../platform.ts';

/** Timers of one owner on one clock: counted, and stopped together. */
export class Timers {
  readonly #clock: Clock;
  readonly #running = new Set<Timer>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How many are running. */
  get size(): number {
    return this.#running.size;
  }

  /** Calls `callback` after `ms` milliseconds. */
  after(ms: number, callback: () => void): Timer {
    const timer: Timer = { handle: undefined };
    this.#running.add(timer);
    timer.handle = this.#clock.setTimeout(() => {
      this.#running.delete(timer);
      callback();
    }, ms);
    return timer;
  }

  /** Stops one; nothing happens when it has fired. */
  stop(timer: Timer | undefined): void {
    if (timer === undefined || !this.#running.delete(timer)) return;
    this.#clock.clearTimeout(timer.handle);
  }

  /** Stops all. */
  clear(): void {
    for (const timer of [...this.#running]) this.stop(timer);
  }
}

/** A running timer of {@link Timers}. */
export interface Timer {
  handle: TimerHandle | undefined;
}
