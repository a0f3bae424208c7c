import { describe, expect, it } from 'vitest';
import { SnapshotStore, withChanges } from './snapshot.ts';

describe('the values that a snapshot begins with', () => {
  it.each([true, false])('[MOD-06] may be shared with other snapshots (seen: %s)', (seen) => {
    const nothing: { readonly state: string } = { state: 'none' };
    const [first, second] = [new SnapshotStore(nothing, () => undefined), new SnapshotStore(nothing, () => undefined)];
    if (seen) first.get();
    second.update({ state: 'up' });
    expect([nothing.state, first.get().state, second.get().state]).toEqual(['none', 'none', 'up']);
  });
});

describe('changes made together', () => {
  it('[MOD-06] are told once, when all are made, and are there to be read at once', () => {
    const store = new SnapshotStore({ state: 'up', cause: '' }, () => undefined);
    const seen: string[] = [];
    store.subscribe(() => seen.push(`${store.get().state} ${store.get().cause}`));
    store.batch(() => {
      store.update({ state: 'down' });
      expect(store.get().state).toBe('down');
      store.batch(() => {
        store.update({ cause: 'hung up' });
      });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['down hung up']);
  });

  it('[MOD-06] are not told when there are none, and are told when the work throws', () => {
    const store = new SnapshotStore({ state: 'up' }, () => undefined);
    let told = 0;
    store.subscribe(() => (told += 1));
    store.batch(() => undefined);
    expect(told).toBe(0);
    const work = (): void => {
      store.update({ state: 'down' });
      throw new Error('no');
    };
    expect(() => {
      store.batch(work);
    }).toThrow('no');
    expect(told).toBe(1);
  });
});

describe('a snapshot that was seen', () => {
  it('[MOD-06] stays as it was, and is the same until something changes', () => {
    const store = new SnapshotStore({ state: 'up', count: 0 }, () => undefined);
    store.update({ count: 1 });
    const seen = store.get();
    expect(Object.isFrozen(seen)).toBe(true);
    store.update({ count: 1 });
    expect(store.get()).toBe(seen);
    store.update({ count: 2 });
    store.update({ state: 'down' });
    expect(seen).toEqual({ state: 'up', count: 1 });
    expect(store.get()).toEqual({ state: 'down', count: 2 });
    expect(store.read('count')).toBe(2);
  });
});

describe('fields that follow from something else', () => {
  const made = (): { readonly store: SnapshotStore<{ count: number }>; readonly count: () => void; reads: number } => {
    const store = new SnapshotStore({ count: 0 }, () => undefined);
    const read = (): { count: number } => ({ count: ++result.reads });
    const result = { store, count: (): void => store.refresh(read), reads: 0 };
    return result;
  };

  it('[MOD-06] are not read before somebody looks, and then once', () => {
    const it = made();
    it.count();
    it.count();
    expect(it.reads).toBe(0);
    expect(it.store.get().count).toBe(1);
    expect(it.store.read('count')).toBe(1);
  });

  it('[MOD-06] are read at once for whoever is told of changes, who hears nothing of those before', () => {
    const it = made();
    let told = 0;
    it.count();
    it.store.subscribe(() => (told += 1));
    expect([it.store.get().count, told]).toEqual([1, 0]);
    it.count();
    expect([it.reads, told]).toEqual([2, 1]);
  });
});

describe('withChanges', () => {
  it('[MOD-06] gives the same value when nothing differs, else a frozen one', () => {
    const value = Object.freeze<{ names: string[]; count: number }>({ names: ['a'], count: 1 });
    expect(withChanges(value, { names: ['a'] })).toBe(value);
    const changed = withChanges(value, { count: 2 });
    expect(changed).toEqual({ names: ['a'], count: 2 });
    expect(Object.isFrozen(changed)).toBe(true);
  });
});
