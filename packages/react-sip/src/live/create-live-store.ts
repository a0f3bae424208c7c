'use client';

import { createStore, type StoreApi } from 'zustand/vanilla';

/** A store that can be read and followed, and is changed by its owner alone. */
export type ReadableStore<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>;

/** How a live store changes its own state. */
export type SetState<State> = (change: (state: State) => State) => void;

/**
 * Makes a store that works while somebody follows it. When the last one leaves it goes on until the next task:
 * StrictMode, Fast Refresh and a move from one component to another leave and come back within one.
 *
 * @param start - begins to follow the source; returns a function that ends it
 */
export function createLiveStore<State>(
  initial: State,
  start: (set: SetState<State>, get: () => State) => () => void,
): ReadableStore<State> {
  const store = createStore<State>(() => initial);
  let followers = 0;
  let stop: (() => void) | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const set: SetState<State> = (change) => store.setState(change, true);
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe(listener) {
      const unsubscribe = store.subscribe(listener);
      followers += 1;
      clearTimeout(leaving);
      stop ??= start(set, store.getState);
      let follows = true;
      return () => {
        unsubscribe();
        if (!follows) return;
        follows = false;
        followers -= 1;
        if (followers > 0) return;
        leaving = setTimeout(() => {
          stop?.();
          stop = undefined;
        }, 0);
      };
    },
  };
}
