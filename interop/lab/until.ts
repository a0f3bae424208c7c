/** How long something may take on a slow and busy machine, in milliseconds. */
export const PATIENCE = 20_000;

/**
 * Asks again and again until the answer is no longer `undefined` or false.
 *
 * @param what - says in the error what did not come
 * @throws Error when the time is up, with the last thing that was thrown as its cause
 */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false> | Value | undefined | false,
  { timeout = PATIENCE, interval = 40 }: { readonly timeout?: number; readonly interval?: number } = {},
): Promise<Value> {
  const end = performance.now() + timeout;
  let cause: unknown;
  while (true) {
    try {
      const value = await ask();
      if (value !== undefined && value !== false) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain: ${what}`, { cause });
    await pause(interval);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
