/** Milliseconds between two looks. */
const INTERVAL = 50;

/** Measures for how long a count stands still. */
export class SilenceWatch {
  readonly #timer: ReturnType<typeof setInterval>;
  #count = 0;
  #since = performance.now();
  #longest = 0;

  /** @param read - packets received so far */
  constructor(read: () => Promise<number>) {
    this.#timer = setInterval(() => {
      void read().then((count) => this.#look(count));
    }, INTERVAL);
  }

  /** In milliseconds, the one that lasts now included. */
  get longest(): number {
    return Math.max(this.#longest, performance.now() - this.#since);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(count: number): void {
    const now = performance.now();
    if (count === this.#count) return;
    this.#longest = Math.max(this.#longest, now - this.#since);
    this.#count = count;
    this.#since = now;
  }
}
