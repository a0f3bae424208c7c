'use client';

import type { SharedSnapshot, SharedUA, TabAct } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { readable } from '../session/readable.ts';

/** What {@link useTabs} returns. */
export interface UseTabsReturnType extends SharedSnapshot {
  /** Whether the phone, with its sound, is in another tab. */
  readonly isElsewhere: boolean;
  /** Does something with a call, or places one, in the tab that has the phone. */
  readonly act: (act: TabAct) => Promise<void>;
}

/**
 * The phone that all tabs of an account share: whether it is in this tab, and how it stands, wherever it is.
 *
 * @example
 * ```tsx
 * const { isElsewhere, phone, act } = useTabs(shared);
 * if (!isElsewhere) return <Softphone />;
 * return phone.sessions.map(({ id, remote }) => (
 *   <p key={id}>
 *     On a call with {remote.user} in another tab
 *     <button onClick={() => void act({ name: 'hangUp', session: id })}>Hang up</button>
 *   </p>
 * ));
 * ```
 */
export function useTabs(shared: SharedUA): UseTabsReturnType {
  const snapshot = useStore(useMemo(() => readable(shared, shared.getSnapshot()), [shared]));
  const act = useMemo(() => (what: TabAct) => shared.act(what), [shared]);
  return useMemo(() => ({ ...snapshot, isElsewhere: snapshot.role === 'follower', act }), [snapshot, act]);
}
