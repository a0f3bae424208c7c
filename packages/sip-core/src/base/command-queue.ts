import { handled } from './promises.ts';

/** Runs commands one after the other; one that equals the last still waiting or running joins it. */
export class CommandQueue<Name extends string, Value> {
  #last: { readonly name: Name; readonly promise: Promise<Value> } | undefined;

  /** The last command that has not settled. */
  get last(): Name | undefined {
    return this.#last?.name;
  }

  /** Runs `work` when what came before has settled, however. */
  run(name: Name, work: () => Promise<Value>): Promise<Value> {
    const before = this.#last;
    if (before?.name === name) return before.promise;
    const promise =
      before === undefined
        ? work()
        : before.promise.then(
            () => work(),
            () => work(),
          );
    const entry = { name, promise };
    this.#last = entry;
    const done = (): void => {
      if (this.#last === entry) this.#last = undefined;
    };
    promise.then(done, done);
    return handled(promise);
  }
}
