import { SipError } from '../base/errors.ts';

/** Keeps account of the promises of many acts: which are still open, and which failed with what is no error of ours. */
export class PromiseLedger {
  /** Errors that no act may end with, each with the act it came from. */
  readonly surprises: string[] = [];
  readonly #open = new Map<number, string>();
  #count = 0;

  /** Calls an act. It may throw or reject, with errors of the library only. */
  call(act: string, perform: () => unknown): void {
    let result: unknown;
    try {
      result = perform();
    } catch (error) {
      this.#judge(act, error);
      return;
    }
    if (typeof result === 'object' && result !== null && 'then' in result)
      this.watch(act, result as PromiseLike<unknown>);
  }

  /** Keeps account of a promise. */
  watch(act: string, promise: PromiseLike<unknown>): void {
    this.#count += 1;
    const number = this.#count;
    this.#open.set(number, `${number} ${act}`);
    promise.then(
      () => this.#open.delete(number),
      (error: unknown) => {
        this.#open.delete(number);
        this.#judge(act, error);
      },
    );
  }

  /** Acts whose promises have not settled. */
  get open(): readonly string[] {
    return [...this.#open.values()];
  }

  #judge(act: string, error: unknown): void {
    if (!(error instanceof SipError))
      this.surprises.push(`${act}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
  }
}
