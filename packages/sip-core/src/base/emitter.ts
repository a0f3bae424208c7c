/** Event names mapped to the tuple of arguments their listeners get. */
export type EventMap<Events> = { readonly [Name in keyof Events]: readonly unknown[] };

/** A listener of one event. */
export type Listener<Arguments extends readonly unknown[]> = (...args: Arguments) => void;

/** Options of {@link Emitter.on}. */
export interface ListenOptions {
  /** Remove the listener after its first call; default false. */
  readonly once?: boolean;
}

interface Entry<Name> {
  readonly name: Name;
  readonly listener: Listener<never>;
  readonly once: boolean;
}

/**
 * Typed events. Listeners are called in the order they were added, over the list as it stood when the event was
 * emitted; one that throws is reported and never stops the others or the emitter.
 *
 * @example
 * ```ts
 * const events = new Emitter<{ ring: [count: number] }>();
 * const stop = events.on('ring', (count) => console.log(count));
 * events.emit('ring', 1);
 * stop();
 * ```
 */
export class Emitter<Events extends EventMap<Events>> {
  /** All in one list: most emitters have a handful of listeners, and there are many emitters. */
  #entries: readonly Entry<keyof Events>[] = NONE;
  readonly #report: (error: unknown, event: string) => void;

  /**
   * @param report - told of each exception a listener throws; by default they are rethrown from a microtask, so that
   * the page's own error handling sees them
   */
  constructor(report: (error: unknown, event: string) => void = rethrowLater) {
    this.#report = report;
  }

  /**
   * Adds a listener.
   *
   * @returns a function that removes it again
   */
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>, options: ListenOptions = {}): () => void {
    const entry = { name, listener, once: options.once ?? false };
    // Not spread, which leaves room for as many again.
    this.#entries = this.#entries.concat(entry);
    return () => {
      this.#keep((other) => other !== entry);
    };
  }

  /** Adds a listener that is called once at the most. */
  once<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    return this.on(name, listener, { once: true });
  }

  /** Removes a listener, however it was added; without a listener, all of that event. */
  off<Name extends keyof Events>(name: Name, listener?: Listener<Events[Name]>): void {
    this.#keep((entry) => entry.name !== name || (listener !== undefined && entry.listener !== listener));
  }

  /** Calls every listener of an event. */
  emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): void {
    for (const entry of this.#entries) {
      if (entry.name !== name) continue;
      if (entry.once) this.#keep((other) => other !== entry);
      try {
        (entry.listener as Listener<Events[Name]>)(...args);
      } catch (error) {
        this.#report(error, String(name));
      }
    }
  }

  /** How many listeners an event has; without a name, how many there are in all. */
  count(name?: keyof Events): number {
    return name === undefined ? this.#entries.length : this.#entries.filter((entry) => entry.name === name).length;
  }

  /** Removes every listener. */
  clear(): void {
    this.#entries = NONE;
  }

  #keep(stays: (entry: Entry<keyof Events>) => boolean): void {
    const left = this.#entries.filter(stays);
    this.#entries = left.length === 0 ? NONE : left;
  }
}

const NONE: readonly never[] = [];

function rethrowLater(error: unknown): void {
  void Promise.resolve().then(() => {
    throw error;
  });
}
