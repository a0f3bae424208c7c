'use client';

import type { SipStore } from '../store/create-sip-store.ts';
import type { SipState } from '../store/sip-state.ts';
import type { PhoneStorage } from './phone-storage.ts';

/**
 * Keeps each call that ends, and those that ended lately. Needs no React; `PhoneStorageProvider` does it by itself.
 *
 * @returns a function that ends it
 * @example
 * ```ts
 * const stop = recordCalls(storage, createSipStore(ua));
 * ```
 */
export function recordCalls(storage: PhoneStorage, store: Pick<SipStore, 'getState' | 'subscribe'>): () => void {
  const record = ({ ended }: SipState, before?: SipState): void => {
    if (ended === before?.ended) return;
    for (const session of ended) void storage.calls.record(session);
  };
  record(store.getState());
  return store.subscribe(record);
}
