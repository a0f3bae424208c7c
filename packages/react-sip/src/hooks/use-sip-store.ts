'use client';

import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useBinding } from '../provider/sip-context.ts';
import type { SipState } from '../store/sip-state.ts';
import { warnOfUnstableSelector } from '../store/warn-of-unstable-selector.ts';

/** Takes a part of the state, or makes something of it. */
export type UseSipStoreParameters<Selected> = (state: SipState) => Selected;

/** What {@link useSipStore} returns: whatever the selector does. */
export type UseSipStoreReturnType<Selected> = Selected;

/**
 * Reads the store of the nearest provider. The component renders again only when what the selector returns differs;
 * arrays and objects that it makes anew are compared part by part, one level deep.
 *
 * @param selector - pure; may be written inline
 * @example
 * ```tsx
 * const ringing = useSipStore((state) => state.sessionIds.filter((id) => state.sessions[id]?.phase === 'incoming'));
 * ```
 */
export function useSipStore<Selected>(selector: UseSipStoreParameters<Selected>): UseSipStoreReturnType<Selected> {
  const { store } = useBinding();
  warnOfUnstableSelector(selector, store);
  return useStore(store, useShallow(selector));
}
