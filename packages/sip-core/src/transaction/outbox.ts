import type { Logger } from '../platform.ts';

/**
 * What is to be told to the users of all transactions of a layer, once a transaction has settled: state committed, timers set, tables cleaned up. A listener that
 * throws is reported and stops nothing.
 */
export class Outbox {
  readonly #logger: Logger;
  #waiting: (() => void)[] = [];

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  add(tell: () => void): void {
    this.#waiting.push(tell);
  }

  /** Tells everything, in order; what is added meanwhile too. */
  deliver(): void {
    for (let tell = this.#waiting.shift(); tell !== undefined; tell = this.#waiting.shift()) {
      try {
        tell();
      } catch (error) {
        this.#logger.log('error', 'transaction', 'A user of a transaction threw.', error);
      }
    }
  }

  /** Tells after the present call has returned: nobody is called back from within a call of their own. */
  deliverLater(): void {
    if (this.#waiting.length > 0) void Promise.resolve().then(() => this.deliver());
  }
}
