import type { TimerHandle } from '../platform.ts';
import type { Waiting } from './deadline-queue.ts';
import type { TimerName } from './timers.ts';
import type { TransactionContext } from './transaction-context.ts';

/** Who owns a {@link TimerSet}. */
export interface TimerOwner {
  /** A timer fired. */
  fired(timer: TimerName): void;
}

/**
 * The timers of one transaction. Those that run for 64*T1, which is most, share one timer of the clock with those of
 * all other transactions. A list of its own making, as one of these lingers for each finished call.
 */
export class TimerSet {
  readonly #context: TransactionContext;
  readonly #owner: TimerOwner;
  #first: Running | undefined;
  /** The present wait between two retransmissions. */
  #interval = 0;

  constructor(context: TransactionContext, owner: TimerOwner) {
    this.#context = context;
    this.#owner = owner;
  }

  /**
   * Starts a timer with its first delay.
   *
   * @returns whether that is zero: the timer has fired, in a manner of speaking, and the caller must see to it
   */
  start(name: TimerName): boolean {
    const delay = this.#context.timers.values[name];
    if (delay === 0) return true;
    if (delay === undefined) return false;
    if (name === 'A' || name === 'E' || name === 'G') this.#interval = delay;
    this.#run(name, delay);
    return false;
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
    for (let running = this.#first; running !== undefined; running = running.next) running.stop(this.#context);
    this.#first = undefined;
  }

  /** One of them has fired. */
  expired(expired: Running): void {
    if (this.#first === expired) this.#first = expired.next;
    for (let running = this.#first; running !== undefined; running = running.next) {
      if (running.next === expired) running.next = expired.next;
    }
    this.#owner.fired(expired.name);
  }

  #run(name: TimerName, delay: number): void {
    const running = new Running(this, name, this.#first);
    this.#first = running;
    running.start(this.#context, delay);
  }
}

/** One timer, in the queue or on the clock. */
class Running implements Waiting {
  readonly name: TimerName;
  next: Running | undefined;
  readonly #set: TimerSet;
  #handle: TimerHandle | undefined;

  constructor(set: TimerSet, name: TimerName, next: Running | undefined) {
    this.#set = set;
    this.name = name;
    this.next = next;
  }

  start(context: TransactionContext, delay: number): void {
    if (delay === context.timers.patience) context.patience.add(this);
    else this.#handle = context.clock.setTimeout(() => this.expire(), delay);
  }

  stop(context: TransactionContext): void {
    if (this.#handle === undefined) context.patience.delete(this);
    else context.clock.clearTimeout(this.#handle);
  }

  expire(): void {
    this.#set.expired(this);
  }
}
