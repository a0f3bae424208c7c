/** Event names mapped to the tuple of arguments their listeners get. */
export type EventMap<Events> = { readonly [Name in keyof Events]: readonly unknown[] };

/** A listener of one event. */
export type Listener<Arguments extends readonly unknown[]> = (...args: Arguments) => void;

/** Options of {@link Emitter.on}. */
export interface ListenOptions {
  /** Remove the listener after its first call; default false. */
  readonly once?: boolean;
}

interface Entry {
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
  readonly #entries = new Map<keyof Events, readonly Entry[]>();
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
    const entry: Entry = { listener, once: options.once ?? false };
    this.#entries.set(name, [...(this.#entries.get(name) ?? []), entry]);
    return () => {
      this.#remove(name, (other) => other === entry);
    };
  }

  /** Adds a listener that is called once at the most. */
  once<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    return this.on(name, listener, { once: true });
  }

  /** Removes a listener, however it was added; without a listener, all of that event. */
  off<Name extends keyof Events>(name: Name, listener?: Listener<Events[Name]>): void {
    this.#remove(name, (entry) => listener === undefined || entry.listener === listener);
  }

  /** Calls every listener of an event. */
  emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): void {
    const entries = this.#entries.get(name);
    if (entries === undefined) return;
    for (const entry of entries) {
      if (entry.once) this.#remove(name, (other) => other === entry);
      try {
        (entry.listener as Listener<Events[Name]>)(...args);
      } catch (error) {
        this.#report(error, String(name));
      }
    }
  }

  /** How many listeners an event has; without a name, how many there are in all. */
  count(name?: keyof Events): number {
    if (name !== undefined) return this.#entries.get(name)?.length ?? 0;
    let total = 0;
    for (const entries of this.#entries.values()) total += entries.length;
    return total;
  }

  /** Removes every listener. */
  clear(): void {
    this.#entries.clear();
  }

  #remove(name: keyof Events, matches: (entry: Entry) => boolean): void {
    const left = (this.#entries.get(name) ?? []).filter((entry) => !matches(entry));
    if (left.length === 0) this.#entries.delete(name);
    else this.#entries.set(name, left);
  }
}

function rethrowLater(error: unknown): void {
  void Promise.resolve().then(() => {
    throw error;
  });
}
