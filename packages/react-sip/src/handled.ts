'use client';

/**
 * A promise that nobody needs to wait for: why it failed is in the state too, so ignoring it loses nothing and is no
 * unhandled rejection. Whoever does wait gets the error all the same.
 */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
