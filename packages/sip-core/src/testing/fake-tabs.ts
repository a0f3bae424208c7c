import type { PageTabs } from '../page-tabs.ts';
import type { Clock } from '../platform.ts';

interface Listener {
  readonly tab: object;
  readonly name: string;
  readonly listen: (message: unknown) => void;
}

/** The tabs of one browser: channels between them, and locks that pass on when a tab goes. */
export class FakeTabs {
  readonly #clock: Clock;
  readonly #locks: boolean;
  #listeners: Listener[] = [];
  #waiting: { readonly tab: object; readonly name: string; readonly held: () => void }[] = [];
  readonly #held = new Map<string, object>();

  /** @param options - `locks`: whether the browser has locks; default true */
  constructor(clock: Clock, options: { readonly locks?: boolean } = {}) {
    this.#clock = clock;
    this.#locks = options.locks ?? true;
  }

  /** How many channels are open. */
  get open(): number {
    return this.#listeners.length;
  }

  /** A tab: what its page has for `platform.tabs`, and a way to make it go without a word. */
  tab(): PageTabs & { kill(): void } {
    const tab = {};
    return {
      open: (name, listen) => {
        const entry = { tab, name, listen };
        this.#listeners.push(entry);
        return {
          post: (message) => this.#post(entry, structuredClone(message)),
          close: () => (this.#listeners = this.#listeners.filter((each) => each !== entry)),
        };
      },
      lock: this.#locks ? (name, held) => this.#lock(tab, name, held) : undefined,
      kill: () => {
        this.#listeners = this.#listeners.filter((each) => each.tab !== tab);
        this.#waiting = this.#waiting.filter((each) => each.tab !== tab);
        for (const [name, holder] of this.#held) if (holder === tab) this.#pass(name);
      },
    };
  }

  #post(from: Listener, message: unknown): void {
    this.#clock.setTimeout(() => {
      for (const each of this.#listeners) if (each !== from && each.name === from.name) each.listen(message);
    }, 1);
  }

  #lock(tab: object, name: string, held: () => void): () => void {
    const entry = { tab, name, held };
    this.#waiting.push(entry);
    if (!this.#held.has(name)) this.#pass(name);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
      if (this.#held.get(name) === tab) this.#pass(name);
    };
  }

  #pass(name: string): void {
    this.#held.delete(name);
    const next = this.#waiting.find((each) => each.name === name);
    if (next === undefined) return;
    this.#waiting = this.#waiting.filter((each) => each !== next);
    this.#held.set(name, next.tab);
    this.#clock.setTimeout(() => next.held(), 1);
  }
}
