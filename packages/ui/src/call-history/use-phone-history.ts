'use client';

import { useSipStoreApi } from '@hookswitch/react-sip';
import { type CallRecord, useOptionalPhoneStorage } from '@hookswitch/react-sip/storage';
import { useMemo, useSyncExternalStore } from 'react';
import type { HistoryEntry } from './history-entry.ts';
import { memoryHistory } from './memory-history.ts';

/** What {@link usePhoneHistory} returns. */
export interface PhoneHistory {
  /** Latest first. */
  readonly entries: readonly HistoryEntry[];
  /** Missed calls that nobody has looked at. */
  readonly missed: number;
  /** Whether they were read from the disk yet. */
  readonly loaded: boolean;
  /** Whether they outlive the page. */
  readonly kept: boolean;
  readonly markSeen: () => void;
  readonly remove: (ids: readonly string[]) => void;
  /** Puts back what was removed. */
  readonly restore: (entries: readonly HistoryEntry[]) => void;
}

const noStore = { subscribe: () => () => undefined, getState: () => null };

/** The calls that were: those of the `PhoneStorageProvider` above, or those of this page where there is none. */
export function usePhoneHistory(): PhoneHistory {
  const memory = memoryHistory(useSipStoreApi());
  const storage = useOptionalPhoneStorage();
  const { subscribe, getState } = storage?.calls ?? noStore;
  const stored = useSyncExternalStore(subscribe, getState, getState);
  const status = storage?.status ?? noStore;
  const kept = useSyncExternalStore(status.subscribe, status.getState, status.getState)?.kind !== 'memory';
  const here = useSyncExternalStore(memory.subscribe, memory.getSnapshot, memory.getSnapshot);
  return useMemo(() => {
    const entries: readonly HistoryEntry[] = stored?.items ?? here;
    const records = new Map(stored?.items.map((record) => [record.id, record]));
    return {
      entries,
      missed: entries.reduce((count, { seen }) => (seen ? count : count + 1), 0),
      loaded: stored?.loaded ?? true,
      kept: storage !== null && kept,
      markSeen: () => (storage === null ? memory.markSeen() : void storage.calls.markSeen()),
      remove: (ids) => {
        if (storage === null) memory.remove(ids);
        else if (ids.length === entries.length) void storage.calls.clear();
        else for (const id of ids) void storage.calls.remove(id);
      },
      restore: (gone) => {
        if (storage === null) memory.restore(gone.map(({ id }) => id));
        else void storage.calls.restore(gone.filter(isRecord));
      },
    };

    function isRecord(entry: HistoryEntry): entry is CallRecord {
      return 'direction' in entry && !records.has(entry.id);
    }
  }, [stored, here, storage, kept, memory]);
}
