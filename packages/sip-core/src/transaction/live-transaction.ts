import type { TransportError } from '../transport/transport-error.ts';
import { TimerSet, type TimerOwner } from './timer-set.ts';
import type { TimerName } from './timers.ts';
import type { TransactionContext } from './transaction-context.ts';

/**
 * What both kinds of transactions have in common: a table that is fed with events, timers, and the order of things.
 * An action that brings about another event (a timer of no length, a message that cannot be sent) has it run after its
 * own step; whoever is to be told is told after that, when state, timers and tables are as they should be.
 */
export abstract class LiveTransaction<
  State extends string,
  Event extends { readonly type: string },
> implements TimerOwner {
  protected readonly context: TransactionContext;
  protected readonly timers: TimerSet;
  /** The running table. */
  protected abstract readonly machine: { readonly state: State; send(event: Event): boolean };
  #busy = false;
  /** What actions brought about; made only when they do, as a list would linger with each finished call. */
  #following: Event[] | undefined;

  constructor(context: TransactionContext) {
    this.context = context;
    this.timers = new TimerSet(context, this);
  }

  /** Starts a timer with its first delay. */
  start(timer: TimerName): void {
    if (this.timers.start(timer)) this.feed(this.timerEvent(timer));
  }

  /** Stops every timer. */
  stop(): void {
    this.timers.stop();
  }

  fired(timer: TimerName): void {
    this.feed(this.timerEvent(timer));
    this.context.outbox.deliver();
  }

  protected abstract timerEvent(timer: TimerName): Event;
  protected abstract failureEvent(error: TransportError): Event;
  /** The state has changed, and the action of the step is done. */
  protected abstract entered(state: State): void;

  /** Puts something on the list of what is to be told. */
  protected tell(telling: () => void): void {
    this.context.outbox.add(telling);
  }

  protected transmit(text: string): void {
    const error = this.context.transmit(text);
    if (error !== undefined) this.feed(this.failureEvent(error));
  }

  /**
   * Runs an event and those it brings about.
   *
   * @returns whether the table had a cell for it
   */
  protected feed(event: Event): boolean {
    if (this.#busy) {
      (this.#following ??= []).push(event);
      return true;
    }
    this.#busy = true;
    const taken = this.#step(event);
    for (let next = this.#following?.shift(); next !== undefined; next = this.#following?.shift()) this.#step(next);
    this.#following = undefined;
    this.#busy = false;
    return taken;
  }

  #step(event: Event): boolean {
    const { state } = this.machine;
    try {
      const taken = this.machine.send(event);
      if (this.machine.state !== state) this.entered(this.machine.state);
      return taken;
    } catch (error) {
      this.context.logger.log('error', 'transaction', `A transaction stumbled over ${event.type}.`, error);
      return true;
    }
  }
}
