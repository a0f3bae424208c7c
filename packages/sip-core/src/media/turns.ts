/**
 * Runs tasks one after the other, in the order they were asked for: a description must be set before the next is made.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` when those before it have settled; how they settled does not matter. */
  run<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
