/**
 * Cuts short what waits. A peer connection that is closed leaves its promises pending for ever, and a permission prompt
 * may stay open for minutes, so every wait is raced with one of these.
 */
export class Interruption {
  readonly #waiting = new Set<(error: Error) => void>();
  #error: Error | undefined;

  /** Whether {@link interrupt} was called. */
  get interrupted(): boolean {
    return this.#error !== undefined;
  }

  /** Rejects everything that waits now or later; the first error stays. */
  interrupt(error: Error): void {
    if (this.#error !== undefined) return;
    this.#error = error;
    for (const reject of [...this.#waiting]) reject(error);
    this.#waiting.clear();
  }

  /** Throws the error when interrupted. */
  check(): void {
    if (this.#error !== undefined) throw this.#error;
  }

  /** Settles as `promise` does, or rejects when interrupted before. */
  race<Result>(promise: Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) {
        promise.catch(() => undefined);
        reject(this.#error);
        return;
      }
      this.#waiting.add(reject);
      const done = (): void => {
        this.#waiting.delete(reject);
      };
      promise
        .then(resolve, reject)
        .finally(done)
        .catch(() => undefined);
    });
  }
}
