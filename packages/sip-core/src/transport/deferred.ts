/** A promise with its ends at hand. */
export interface Deferred {
  readonly promise: Promise<void>;
  resolve(outcome?: PromiseLike<void>): void;
  reject(error: unknown): void;
}

/** Makes a {@link Deferred}. One that nobody waits for may be rejected without harm. */
export function deferred(): Deferred {
  let resolve: (outcome?: PromiseLike<void>) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = (outcome) => onResolve(outcome);
    reject = onReject;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
