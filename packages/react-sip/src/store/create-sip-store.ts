'use client';

import type { UA } from '@hookswitch/sip-core';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { idleState, project } from './project.ts';
import type { SipState } from './sip-state.ts';

/** A zustand store that follows a user agent. Only the user agent changes it, and {@link SipStore.focus}. */
export interface SipStore extends Pick<StoreApi<SipState>, 'getState' | 'getInitialState' | 'subscribe'> {
  /** Makes a session the focused one; ids of sessions that do not live change nothing. `null` takes the focus away. */
  focus(id: string | null): void;
  /** Follows the user agent again after {@link SipStore.detach}; first reads what it missed. */
  attach(): void;
  /** Stops following. The last state stays readable. */
  detach(): void;
  /** Whether the store follows its user agent. */
  readonly attached: boolean;
}

/** Options of {@link createSipStore}. */
export interface CreateSipStoreParameters {
  /** Follow the user agent at once; default true. */
  readonly attach?: boolean;
}

/**
 * Makes a store out of a user agent: a pure projection of `ua.getSnapshot()`, one update for each change of it. Needs
 * no React; `SipProvider` makes one of its own.
 *
 * @param ua - the user agent to follow; it is neither started nor stopped
 * @example
 * ```ts
 * const store = createSipStore(ua);
 * const stop = store.subscribe((state, before) => {
 *   if (state.registration !== before.registration) console.log(state.registration.status);
 * });
 * // later
 * stop();
 * store.detach();
 * ```
 */
export function createSipStore(ua: UA, parameters: CreateSipStoreParameters = {}): SipStore {
  const store = createStore<SipState>(() => idleState(ua.getSnapshot()));
  let unsubscribe: (() => void) | undefined;

  // `replace` keeps zustand from copying, so that a state without change keeps its identity and tells nobody.
  const read = (): void => {
    store.setState(project(store.getState(), ua.getSnapshot()), true);
  };
  const attach = (): void => {
    if (unsubscribe !== undefined) return;
    unsubscribe = ua.subscribe(read);
    read();
  };
  const detach = (): void => {
    unsubscribe?.();
    unsubscribe = undefined;
  };
  const focus = (id: string | null): void => {
    const state = store.getState();
    if (id === state.focusedSessionId || (id !== null && state.sessions[id] === undefined)) return;
    store.setState(Object.freeze<SipState>({ ...state, focusedSessionId: id }), true);
  };

  if (parameters.attach === false) read();
  else attach();
  const { getState, getInitialState, subscribe } = store;
  return {
    ...{ getState, getInitialState, subscribe, focus, attach, detach },
    get attached(): boolean {
      return unsubscribe !== undefined;
    },
  };
}
