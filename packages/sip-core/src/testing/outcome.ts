import type { PhoneBox } from './phones.ts';

/** Lets time pass until a promise has settled; gives its value, or what it was rejected with. */
export async function outcomeIn(box: PhoneBox, promise: PromiseLike<unknown>): Promise<unknown> {
  let settled = false;
  let outcome: unknown;
  const settle = (value: unknown): void => {
    settled = true;
    outcome = value;
  };
  promise.then(settle, settle);
  await box.until(() => settled, 300_000);
  return outcome;
}

/** Lets time pass until a promise has settled; gives `'done'`, or what it was rejected with. */
export function settledIn(box: PhoneBox, promise: PromiseLike<unknown>): Promise<unknown> {
  return outcomeIn(
    box,
    promise.then(() => 'done'),
  );
}
