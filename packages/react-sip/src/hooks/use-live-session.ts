'use client';

import type { Session } from '@hookswitch/sip-core';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import type { UseSessionParameters } from './use-session.ts';

/** The session itself while it lives, for hooks that read what is not in the store. */
export function useLiveSession(id?: UseSessionParameters): Session | null {
  const { ua, store } = useBinding();
  return useStore(store, (state) => {
    const wanted = id === undefined ? state.focusedSessionId : id;
    return wanted !== null && wanted in state.sessions ? (ua.sessions.get(wanted) ?? null) : null;
  });
}
