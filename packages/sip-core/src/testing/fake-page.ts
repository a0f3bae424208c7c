import type { Executor, PageLeaving, PageLife, Will } from '../page-life.ts';
import type { Clock, TextStorage, TimerHandle } from '../platform.ts';

/** A tab of a browser: pages come and go in it, its storage stays, and so does the executor of wills. */
export class FakeTab {
  /** What the tab has stored; shared by the pages that follow one another in it. */
  readonly stored: Map<string, string>;
  /** Wills carried out. */
  readonly carriedOut: Will[] = [];
  readonly storage: TextStorage;
  readonly #clock: Clock;
  readonly #outlives: boolean;
  readonly #wills = new Map<string, TimerHandle>();
  readonly #listeners = new Set<(event: 'leaving' | 'back', leaving: PageLeaving) => void>();

  /**
   * @param options - `outlives`: whether the browser has executors; default true. `copyOf`: a tab it is a duplicate of
   */
  constructor(clock: Clock, options: { readonly outlives?: boolean; readonly copyOf?: FakeTab } = {}) {
    this.#clock = clock;
    this.#outlives = options.outlives ?? true;
    this.stored = new Map(options.copyOf?.stored);
    this.storage = {
      getItem: (key) => this.stored.get(key) ?? null,
      setItem: (key, value) => void this.stored.set(key, value),
      removeItem: (key) => void this.stored.delete(key),
    };
  }

  /** How many listen to the page. */
  get watched(): number {
    return this.#listeners.size;
  }

  /** How many wills wait. */
  get wills(): number {
    return this.#wills.size;
  }

  get page(): PageLife {
    return {
      watch: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      openExecutor: () => (this.#outlives ? this.#executor() : undefined),
      recall: (id) => {
        this.#clock.clearTimeout(this.#wills.get(id));
        this.#wills.delete(id);
      },
    };
  }

  /** The page goes. */
  leave(leaving: Partial<PageLeaving> = {}): void {
    for (const listener of [...this.#listeners]) listener('leaving', { kept: false, reload: false, ...leaving });
  }

  /** A page that was kept is shown again. */
  back(): void {
    for (const listener of [...this.#listeners]) listener('back', { kept: true, reload: false });
  }

  #executor(): Executor {
    return {
      ready: true,
      entrust: (will) => {
        const timer = this.#clock.setTimeout(() => {
          this.#wills.delete(will.id);
          this.carriedOut.push(will);
        }, will.delay);
        this.#wills.set(will.id, timer);
      },
      close: () => undefined,
    };
  }
}
