import { useSipStore } from '@hookswitch/react-sip';
import { type CallLogEntry, callLogEntry } from '@hookswitch/ui';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { CallLogStore } from './call-log-store.ts';

/** What {@link useCallLog} returns. */
export interface UseCallLogReturnType {
  /** Latest first. */
  readonly entries: readonly CallLogEntry[];
  /** Those from before this page was opened. */
  readonly older: readonly CallLogEntry[];
  readonly remove: (entry: CallLogEntry) => void;
  readonly clear: () => void;
}

/**
 * The calls of an account; writes down those that end while the component is mounted. Use it once in a page.
 *
 * @param address - whose calls they are
 */
export function useCallLog(address: string): UseCallLogReturnType {
  const store = useMemo(() => new CallLogStore(address), [address]);
  const entries = useSyncExternalStore(store.subscribe, store.get);
  const ended = useSipStore((state) => state.ended);
  // A call that is taken off the list stays off, though the phone still knows it; so each is added once.
  const [added] = useState(() => new Set<string>());
  useEffect(() => {
    store.add(ended.filter(({ id }) => !added.has(id)).map(callLogEntry));
    for (const { id } of ended) added.add(id);
  }, [store, ended, added]);

  return useMemo(() => {
    const known = new Set(ended.map(({ id }) => id));
    return {
      entries,
      older: entries.filter(({ id }) => !known.has(id)),
      remove: ({ id }) => store.remove(id),
      clear: () => store.clear(),
    };
  }, [store, entries, ended]);
}
