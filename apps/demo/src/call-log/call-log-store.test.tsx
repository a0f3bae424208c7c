import type { CallLogEntry } from '@hookswitch/ui';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CALL_LOG_LIMIT, CallLogStore } from './call-log-store.ts';

const key = 'hookswitch.calls.alice@example.com';

function entry(id: string, startedAt: number, changes: Partial<CallLogEntry> = {}): CallLogEntry {
  const party = { uri: 'sip:bob@example.com', user: 'bob', host: 'example.com', displayName: null };
  return { id, party, outcome: 'placed', startedAt, duration: null, cause: null, ...changes };
}

function store(): CallLogStore {
  return new CallLogStore('alice@example.com');
}

beforeEach(() => {
  localStorage.clear();
});

describe('CallLogStore', () => {
  it('[RCT-05] keeps calls over a reload, latest first, each once', () => {
    const first = store();
    first.add([entry('a', 1), entry('b', 2)]);
    first.add([entry('c', 3), entry('a', 1)]);
    expect(
      store()
        .get()
        .map(({ id }) => id),
    ).toEqual(['c', 'b', 'a']);
  });

  it('[RCT-05] keeps so many and no more', () => {
    const calls = store();
    calls.add(Array.from({ length: CALL_LOG_LIMIT + 5 }, (_, index) => entry(String(index), index)));
    expect(calls.get()).toHaveLength(CALL_LOG_LIMIT);
    expect(calls.get()[0]?.id).toBe(String(CALL_LOG_LIMIT + 4));
  });

  it('[RCT-05] removes one and all', () => {
    const calls = store();
    calls.add([entry('a', 1), entry('b', 2)]);
    calls.remove('a');
    expect(
      store()
        .get()
        .map(({ id }) => id),
    ).toEqual(['b']);
    calls.clear();
    expect(store().get()).toEqual([]);
  });

  it('[RCT-05] tells its listeners, and keeps accounts apart', () => {
    const calls = store();
    const listener = vi.fn();
    const unsubscribe = calls.subscribe(listener);
    calls.add([entry('a', 1)]);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(new CallLogStore('bob@example.com').get()).toEqual([]);
    unsubscribe();
    calls.clear();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('[RCT-05] sees what another page of the same account does', () => {
    const calls = store();
    calls.subscribe(() => undefined);
    store().add([entry('a', 1)]);
    window.dispatchEvent(new StorageEvent('storage', { key }));
    expect(calls.get()).toHaveLength(1);
  });

  it('[RCT-05] leaves out what is no call, and lives with a storage that takes nothing', () => {
    const broken = [
      entry('a', 1),
      { id: 'b' },
      null,
      7,
      { ...entry('c', 2), cause: { code: 'NONSENSE', by: 'remote' } },
    ];
    localStorage.setItem(key, JSON.stringify(broken));
    expect(
      store()
        .get()
        .map(({ id }) => id),
    ).toEqual(['a']);
    localStorage.setItem(key, '{');
    const calls = store();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    calls.add([entry('a', 1)]);
    expect(calls.get()).toHaveLength(1);
  });
});
