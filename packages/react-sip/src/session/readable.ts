'use client';

import type { StoreApi } from 'zustand/vanilla';

/** Something with a snapshot, as everything in the core is. */
export interface Observable<Value> {
  getSnapshot(): Value;
  subscribe(listener: () => void): () => void;
}

/** What `useStore` needs of a store. */
export type Readable<Value> = Pick<StoreApi<Value>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * A snapshot of the core in the shape of a store.
 *
 * @param source - `null` while there is none
 * @param initial - what to read then, and on the server
 */
export function readable<Value>(source: Observable<Value> | null, initial: Value): Readable<Value> {
  const read = (): Value => (source === null ? initial : source.getSnapshot());
  return {
    getState: read,
    getInitialState: () => initial,
    subscribe(listener) {
      let last = read();
      const stop = source?.subscribe(() => {
        const before = last;
        last = read();
        listener(last, before);
      });
      return () => stop?.();
    },
  };
}
