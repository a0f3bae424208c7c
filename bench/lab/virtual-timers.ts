/**
 * Timers that only pass when told to, in place of those of Node, so that the 32 s a finished call lingers need not be
 * waited for. Every library gets the same ones.
 */
export class VirtualTimers {
  #now = Date.now();
  #nextId = 1;
  readonly #waiting = new Map<number, { readonly due: number; act: () => void; readonly every?: number }>();

  /** How many timers threw: a browser reports that and goes on, and so does a bench. */
  thrown = 0;

  /** How many timers run. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Puts itself in place of the global timers and of `Date.now`. To be called before a library is loaded. */
  install(): void {
    const add = (act: () => void, delay = 0, every?: number): number => {
      const id = this.#nextId++;
      this.#waiting.set(id, { due: this.#now + delay, act, ...(every === undefined ? {} : { every }) });
      if (delay <= 0) {
        setImmediate(() => {
          if (this.#waiting.delete(id)) act();
        });
      }
      return id;
    };
    const remove = (id: unknown): void => {
      if (typeof id !== 'number') return;
      const timer = this.#waiting.get(id);
      // A real timer that was stopped lets go of what it was to do. A map does so with its next large collection only,
      // once it is old: engines keep the tables it has outgrown, with what was in them.
      if (timer !== undefined) timer.act = NOTHING;
      this.#waiting.delete(id);
    };
    Object.assign(globalThis, {
      setTimeout: (act: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) =>
        add(args.length === 0 ? act : () => act(...args), delay),
      setInterval: (act: () => void, delay = 0) => add(act, Math.max(delay, 1), Math.max(delay, 1)),
      clearTimeout: remove,
      clearInterval: remove,
    });
    Date.now = () => this.#now;
  }

  /** Lets time pass: what falls due runs in its order. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    while (true) {
      const due = [...this.#waiting].filter(([, timer]) => timer.due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (due.length === 0) break;
      for (const [id, timer] of due) {
        if (!this.#waiting.delete(id)) continue;
        this.#now = Math.max(this.#now, timer.due);
        if (timer.every !== undefined) this.#waiting.set(id, { ...timer, due: timer.due + timer.every });
        try {
          timer.act();
        } catch {
          this.thrown++;
        }
      }
    }
    this.#now = end;
  }
}

const NOTHING = (): void => undefined;
