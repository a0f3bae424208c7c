import type { TimerHandle } from '../platform.ts';
import type { Waiting } from './deadline-queue.ts';
import type { TimerName } from './timers.ts';
import type { TransactionContext } from './transaction-context.ts';

/**
 * The timers of one transaction. Those that run for 64*T1, which is most, share one timer of the clock with those of
 * all other transactions.
 */
export class TimerSet {
  readonly #context: TransactionContext;
  readonly #fire: (name: TimerName) => void;
  #running: Running[] = [];
  /** The present wait between two retransmissions. */
  #interval = 0;

  constructor(context: TransactionContext, fire: (name: TimerName) => void) {
    this.#context = context;
    this.#fire = fire;
  }

  /**
   * Starts a timer with its first delay.
   *
   * @returns `'now'` when that is zero: the timer has fired, in a manner of speaking, and the caller must see to it
   */
  start(name: TimerName): 'now' | 'running' | 'never' {
    const delay = this.#context.timers.values[name];
    if (delay === undefined) return 'never';
    if (delay === 0) return 'now';
    if (name === 'A' || name === 'E' || name === 'G') this.#interval = delay;
    this.#run(name, delay);
    return 'running';
  }

  /** Starts A, E or G for the next retransmission, after twice the wait; E and G wait T2 at the most. */
  restart(name: 'A' | 'E' | 'G'): void {
    const doubled = this.#interval * 2;
    this.#interval = name === 'A' ? doubled : Math.min(doubled, this.#context.timers.t2);
    this.#run(name, this.#interval);
  }

  /** Starts E with T2, as a request that is being worked on wants it (RFC 3261 section 17.1.2.2). */
  slow(): void {
    this.#interval = this.#context.timers.t2;
    this.#run('E', this.#interval);
  }

  /** Stops all of them. */
  stop(): void {
    for (const running of this.#running) running.stop();
    this.#running = [];
  }

  #run(name: TimerName, delay: number): void {
    const running = new Running(this.#context, delay, () => {
      this.#running = this.#running.filter((other) => other !== running);
      this.#fire(name);
    });
    this.#running.push(running);
  }
}

/** One timer, in the queue or on the clock. */
class Running implements Waiting {
  readonly #context: TransactionContext;
  readonly #handle: TimerHandle | undefined;
  readonly #expired: () => void;

  constructor(context: TransactionContext, delay: number, expired: () => void) {
    this.#context = context;
    this.#expired = expired;
    if (delay === context.timers.patience) context.patience.add(this);
    else this.#handle = context.clock.setTimeout(() => this.expire(), delay);
  }

  expire(): void {
    this.#expired();
  }

  stop(): void {
    if (this.#handle === undefined) this.#context.patience.delete(this);
    else this.#context.clock.clearTimeout(this.#handle);
  }
}
