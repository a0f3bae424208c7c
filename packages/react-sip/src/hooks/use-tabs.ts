'use client';

import type { SharedSnapshot, SharedUA, TabAct } from '@hookswitch/sip-core';
import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { SipContext } from '../provider/sip-context.ts';
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
 * @param shared - the phone; default that of the nearest provider
 * @returns `null` where the nearest provider shares none
 * @example
 * ```tsx
 * const tabs = useTabs();
 * if (tabs?.isElsewhere !== true) return <Softphone />;
 * return tabs.phone.sessions.map(({ id, remote }) => (
 *   <p key={id}>
 *     On a call with {remote.user} in another tab
 *     <button onClick={() => void tabs.act({ name: 'hangUp', session: id })}>Hang up</button>
 *   </p>
 * ));
 * ```
 */
export function useTabs(shared: SharedUA): UseTabsReturnType;
export function useTabs(shared?: SharedUA): UseTabsReturnType | null;
export function useTabs(shared?: SharedUA): UseTabsReturnType | null {
  const surrounding = useContext(SipContext)?.shared ?? null;
  const source = shared ?? surrounding;
  const snapshot = useStore(
    useMemo(() => readable<SharedSnapshot | null>(source, source?.getSnapshot() ?? null), [source]),
  );
  const act = useMemo(() => (source === null ? null : (what: TabAct) => source.act(what)), [source]);
  return useMemo(
    () => (snapshot === null || act === null ? null : { ...snapshot, isElsewhere: snapshot.role === 'follower', act }),
    [snapshot, act],
  );
}
