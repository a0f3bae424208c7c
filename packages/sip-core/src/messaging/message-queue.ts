import { LazyMap } from '../base/lazy-map.ts';
/** Lets one message at a time go to each address (RFC 3428 section 8), in the order they were given. */
export class MessageQueue {
  /** Messages that wait, by address; the address is there while one is out. */
  readonly #waiting = new LazyMap<string, (() => Promise<unknown>)[]>();

  /** How many addresses have a message out. */
  get size(): number {
    return this.#waiting.size;
  }

  /**
   * Sends now, or when those before it have their answer.
   *
   * @param send - its promise settles when the message has its answer
   */
  enter(address: string, send: () => Promise<unknown>): void {
    const waiting = this.#waiting.get(address);
    if (waiting !== undefined) {
      waiting.push(send);
      return;
    }
    this.#waiting.set(address, []);
    this.#run(address, send);
  }

  #run(address: string, send: () => Promise<unknown>): void {
    const next = (): void => {
      const following = this.#waiting.get(address)?.shift();
      if (following === undefined) this.#waiting.delete(address);
      else this.#run(address, following);
    };
    send().then(next, next);
  }
}
