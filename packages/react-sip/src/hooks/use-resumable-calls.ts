'use client';

import type { ResumableCall } from '@hookswitch/sip-core';
import { useCallback, useSyncExternalStore } from 'react';
import { useBinding } from '../provider/sip-context.ts';

const NONE: readonly ResumableCall[] = Object.freeze([]);

/**
 * Calls of the page before that wait for a word, where `resumeCalls` is `ask`.
 *
 * @example
 * ```tsx
 * return useResumableCalls().map((call) => (
 *   <p key={call.id}>
 *     Go on with {call.remote.user}? <button onClick={() => void call.resume()}>Yes</button>
 *     <button onClick={() => call.drop()}>Hang up</button>
 *   </p>
 * ));
 * ```
 */
export function useResumableCalls(): readonly ResumableCall[] {
  const { ua } = useBinding();
  const subscribe = useCallback((listener: () => void) => ua.on('resumable', listener), [ua]);
  return useSyncExternalStore(
    subscribe,
    () => ua.resumableCalls,
    () => NONE,
  );
}
