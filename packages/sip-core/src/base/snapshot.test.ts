import { describe, expect, it } from 'vitest';
import { SnapshotStore } from './snapshot.ts';

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
