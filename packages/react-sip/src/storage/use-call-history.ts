'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CallRecord } from './call-record.ts';
import type { CallHistory } from './phone-storage.ts';
import { useStorage } from './phone-storage-provider.tsx';

/** What {@link useCallHistory} returns. */
export interface UseCallHistoryReturnType extends Pick<CallHistory, 'markSeen' | 'remove' | 'clear' | 'restore'> {
  /** The calls that were, latest first. */
  readonly calls: readonly CallRecord[];
  /** Missed calls that nobody has looked at. */
  readonly missed: number;
  /** Whether the calls were read from the disk yet. */
  readonly loaded: boolean;
}

/**
 * The calls that were. They are kept by themselves as they end, in the storage of the nearest `PhoneStorageProvider`.
 *
 * @throws PhoneStorageNotFoundError outside of a `PhoneStorageProvider`
 * @example
 * ```tsx
 * const { calls, missed, markSeen, remove } = useCallHistory();
 * useEffect(() => void markSeen(), [markSeen]);
 * return <CallLog entries={calls} onCall={({ party }) => void call(party.uri)} onRemove={({ id }) => void remove(id)} />;
 * ```
 */
export function useCallHistory(): UseCallHistoryReturnType {
  const { calls } = useStorage();
  const { items, loaded } = useStore(calls);
  const { markSeen, remove, clear, restore } = calls;
  return useMemo(
    () => ({
      ...{ calls: items, missed: items.filter(({ seen }) => !seen).length, loaded },
      ...{ markSeen, remove, clear, restore },
    }),
    [items, loaded, markSeen, remove, clear, restore],
  );
}
