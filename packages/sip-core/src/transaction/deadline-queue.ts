import { LazyMap } from '../base/lazy-map.ts';
import type { Clock, TimerHandle } from '../platform.ts';

/** One that waits in a {@link DeadlineQueue}. */
export interface Waiting {
  /** Its time is over; it is out of the queue already. */
  expire(): void;
}

/**
 * Any number of deadlines that all lie equally far ahead, on one timer of the clock. As they fall due in the order
 * they were set, adding and removing one costs the same whether ten or ten thousand wait.
 */
export class DeadlineQueue {
  readonly #clock: Clock;
  readonly #delay: number;
  /** In the order they fall due, as a map keeps the order things were added in. */
  readonly #due = new LazyMap<Waiting, number>();
  #timer: TimerHandle | undefined;

  /**
   * @param delay - milliseconds from `add` to `expire`
   */
  constructor(clock: Clock, delay: number) {
    this.#clock = clock;
    this.#delay = delay;
  }

  /** How many wait. */
  get size(): number {
    return this.#due.size;
  }

  /** Starts the wait of one that is not in the queue. */
  add(waiting: Waiting): void {
    this.#due.set(waiting, this.#clock.now() + this.#delay);
    this.#timer ??= this.#clock.setTimeout(() => this.#sweep(), this.#delay);
  }

  /** Ends the wait of one; nothing happens when it is not in the queue. */
  delete(waiting: Waiting): void {
    if (!this.#due.delete(waiting) || this.#due.size > 0) return;
    this.clear();
  }

  /** Forgets all of them. */
  clear(): void {
    this.#due.clear();
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #sweep(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    for (const [waiting, due] of this.#due) {
      // Farther off than it can be: the machine's clock was set back. Better early than an hour late.
      const early = due > now && due - now <= this.#delay;
      if (early) {
        // One that expired may have set the timer by adding another; that one is due later than this.
        this.#clock.clearTimeout(this.#timer);
        this.#timer = this.#clock.setTimeout(() => this.#sweep(), due - now);
        return;
      }
      this.#due.delete(waiting);
      waiting.expire();
    }
  }
}
