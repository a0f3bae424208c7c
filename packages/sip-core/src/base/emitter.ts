import { appended } from './appended.ts';

/** Event names mapped to the tuple of arguments their listeners get. */
export type EventMap<Events> = { readonly [Name in keyof Events]: readonly unknown[] };

/** A listener of one event. */
export type Listener<Arguments extends readonly unknown[]> = (...args: Arguments) => void;

/** Hears several events, each by a method: `ring` by `onRing`; see {@link Emitter.watch}. */
export type Observer<Events extends EventMap<Events>> = {
  readonly [Name in keyof Events as `on${Capitalize<string & Name>}`]?: Listener<Events[Name]>;
};

/** Options of {@link Emitter.on}. */
export interface ListenOptions {
  /** Remove the listener after its first call; default false. */
  readonly once?: boolean;
}

/** A listener of one event. */
class Entry {
  readonly name: PropertyKey;
  readonly listener: Listener<never>;
  readonly once: boolean;

  constructor(name: PropertyKey, listener: Listener<never>, once: boolean) {
    this.name = name;
    this.listener = listener;
    this.once = once;
  }
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
  /**
   * All in one list, as most emitters have a handful of listeners, and there are many emitters: an {@link Entry} for each
   * listener, and observers themselves.
   */
  #entries: readonly object[] = NONE;
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
    const entry = new Entry(name, listener, options.once ?? false);
    this.#add(entry);
    return () => {
      this.#keep((other) => other !== entry);
    };
  }

  /**
   * Tells an object of every event that it has a method for, until {@link Emitter.unwatch}. For whoever hears several
   * events for as long as it lives: that takes one place in the list, and no function for each.
   *
   * @example
   * ```ts
   * class Bell implements Observer<{ ring: [count: number] }> {
   *   onRing(count: number): void {
   *     console.log(count);
   *   }
   * }
   * events.watch(new Bell());
   * ```
   */
  watch(observer: Observer<Events>): void {
    this.#add(observer);
  }

  /** Ends what {@link Emitter.watch} began. */
  unwatch(observer: Observer<Events>): void {
    this.#keep((entry) => entry !== observer);
  }

  /** Adds a listener that is called once at the most. */
  once<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    return this.on(name, listener, { once: true });
  }

  /** Removes a listener, however it was added; without a listener, all of that event. */
  off<Name extends keyof Events>(name: Name, listener?: Listener<Events[Name]>): void {
    this.#keep(
      (entry) =>
        !(entry instanceof Entry) || entry.name !== name || (listener !== undefined && entry.listener !== listener),
    );
  }

  /** Calls every listener of an event. */
  emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): void {
    for (const entry of this.#entries) {
      const isEntry = entry instanceof Entry;
      if (isEntry && entry.name !== name) continue;
      if (isEntry && entry.once) this.#keep((other) => other !== entry);
      try {
        if (isEntry) (entry.listener as Listener<Events[Name]>)(...args);
        else (entry as Readonly<Record<string, Listener<Events[Name]>>>)[methodOf(String(name))]?.(...args);
      } catch (error) {
        this.#report(error, String(name));
      }
    }
  }

  /** How many listeners an event has, observers aside; without a name, how many there are in all. */
  count(name?: keyof Events): number {
    if (name === undefined) return this.#entries.length;
    return this.#entries.filter((entry) => entry instanceof Entry && entry.name === name).length;
  }

  /** Removes every listener. */
  clear(): void {
    this.#entries = NONE;
  }

  #add(entry: object): void {
    this.#entries = appended(this.#entries, entry);
  }

  #keep(stays: (entry: object) => boolean): void {
    const left = this.#entries.filter(stays);
    // A filter leaves room for more.
    this.#entries = left.length === 0 ? NONE : left.slice();
  }
}

const NONE: readonly never[] = [];

/** The method that hears an event. */
function methodOf(name: string): string {
  let method = methods.get(name);
  if (method === undefined) methods.set(name, (method = `on${name.charAt(0).toUpperCase()}${name.slice(1)}`));
  return method;
}

const methods = /* @__PURE__ */ new Map<string, string>();

function rethrowLater(error: unknown): void {
  void Promise.resolve().then(() => {
    throw error;
  });
}
