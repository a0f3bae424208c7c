'use client';

import { useCallback, useInsertionEffect, useRef, useState } from 'react';

/** The act to perform. May be written inline: the latest one is called. */
export type UseActionParameters<Arguments extends readonly unknown[], Result> = (...args: Arguments) => Promise<Result>;

/** What {@link useAction} returns. */
export interface UseActionReturnType<Arguments extends readonly unknown[], Result> {
  /** Performs the act; the promise is the act's own, and may be left alone: `error` has what it rejects with. */
  readonly run: (...args: Arguments) => Promise<Result>;
  /** Whether the latest run has not settled yet. */
  readonly pending: boolean;
  /** What the latest run rejected with; `null` while it runs and when it succeeded. */
  readonly error: unknown;
  /** Forgets the latest run: its error, and its outcome if it is still under way. */
  readonly reset: () => void;
}

const idle = { pending: false, error: null };

/**
 * Follows an act that takes time: whether it is under way, and why it failed. With several runs at once the latest one
 * counts.
 *
 * @param act - an async function
 * @example
 * ```tsx
 * const { transfer } = useSessionActions(id);
 * const { run, pending, error } = useAction(transfer);
 * return <button aria-busy={pending} onClick={() => void run('sip:carol@example.com')}>Transfer</button>;
 * ```
 */
export function useAction<Arguments extends readonly unknown[], Result>(
  act: UseActionParameters<Arguments, Result>,
): UseActionReturnType<Arguments, Result> {
  const [state, setState] = useState<{ readonly pending: boolean; readonly error: unknown }>(idle);
  const latestAct = useRef(act);
  const latestRun = useRef<unknown>(undefined);
  useInsertionEffect(() => {
    latestAct.current = act;
  });

  const run = useCallback((...args: Arguments): Promise<Result> => {
    const promise = latestAct.current(...args);
    latestRun.current = promise;
    setState({ pending: true, error: null });
    const settle = (error: unknown): void => {
      if (latestRun.current === promise) setState(error === null ? idle : { pending: false, error });
    };
    promise.then(() => settle(null), settle);
    return promise;
  }, []);
  const reset = useCallback(() => {
    latestRun.current = undefined;
    setState(idle);
  }, []);
  return { run, reset, ...state };
}
