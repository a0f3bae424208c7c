import type { SipStore } from '@hookswitch/react-sip';
import { callLogEntry } from '../call-log/call-log-entry.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import type { HistoryEntry } from './history-entry.ts';

/** The calls of this page, for phones without a storage. */
export interface MemoryHistory {
  readonly getSnapshot: () => readonly HistoryEntry[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly markSeen: (ids?: readonly string[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly restore: (ids: readonly string[]) => void;
}

type Calls = Pick<SipStore, 'getState' | 'subscribe'>;

const made = new WeakMap<Calls, MemoryHistory>();

/** One history for each store, so that a badge and a list agree. */
export function memoryHistory(store: Calls): MemoryHistory {
  const known = made.get(store);
  if (known !== undefined) return known;
  const history = createMemoryHistory(store);
  made.set(store, history);
  return history;
}

function createMemoryHistory(store: Calls): MemoryHistory {
  const listeners = new Set<() => void>();
  const [seen, gone] = [new Set<string>(), new Set<string>()];
  let from: readonly SessionSnapshot[] | undefined;
  let entries: readonly HistoryEntry[] = [];
  const changed = (): void => {
    from = undefined;
    for (const listener of listeners) listener();
  };
  return {
    getSnapshot() {
      const { ended } = store.getState();
      if (ended === from) return entries;
      from = ended;
      entries = ended
        .filter(({ id }) => !gone.has(id))
        .map((session) => {
          const entry = callLogEntry(session);
          return { ...entry, seen: entry.outcome !== 'missed' || seen.has(entry.id) };
        });
      return entries;
    },
    subscribe(listener) {
      listeners.add(listener);
      const stop = store.subscribe((state, before) => {
        if (state.ended !== before.ended) listener();
      });
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    markSeen(ids) {
      const fresh = entries.filter((entry) => !entry.seen && (ids === undefined || ids.includes(entry.id)));
      if (fresh.length === 0) return;
      for (const { id } of fresh) seen.add(id);
      changed();
    },
    remove(ids) {
      for (const id of ids) gone.add(id);
      changed();
    },
    restore(ids) {
      for (const id of ids) gone.delete(id);
      changed();
    },
  };
}
