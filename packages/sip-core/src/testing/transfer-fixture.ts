import type { PhoneBox } from './phones.ts';

/** Nothing that a test leaves behind. */
export const NOTHING = { timers: 0, sessions: 0, dialogs: 0, transactions: 0, handlers: 0, tracks: 0, sockets: 0 };

/** Lets time pass until a promise is settled. @returns `'done'`, or the error */
export function outcomeOf(box: PhoneBox, promise: Promise<unknown>): Promise<unknown> {
  return watched(box, promise)();
}

/** As {@link outcomeOf}, but time passes only when the outcome is asked for. */
export function watched(box: PhoneBox, promise: Promise<unknown>): () => Promise<unknown> {
  let outcome: unknown = 'pending';
  promise.then(
    () => (outcome = 'done'),
    (error: unknown) => (outcome = error),
  );
  return async () => {
    await box.until(() => outcome !== 'pending', 300_000);
    return outcome;
  };
}
