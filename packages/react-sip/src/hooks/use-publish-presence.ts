'use client';

import type { ErrorInfo } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type OwnPresence, ownPresenceOf } from '../live/own-presence.ts';
import { useBinding } from '../provider/sip-context.ts';

/** What {@link usePublishPresence} returns. */
export interface UsePublishPresenceReturnType {
  /** What was chosen last; `null` when nothing is published. */
  readonly status: OwnPresence | null;
  readonly note: string;
  /** Whether the server has not answered yet. */
  readonly pending: boolean;
  /** Why the server did not take it. */
  readonly error: ErrorInfo | null;
  /**
   * Tells others how we are. Resolves when the server has it, and rejects when it does not take it.
   *
   * @param status - `null` takes back what is published
   * @param note - a few words that others are shown
   */
  readonly publish: (status: OwnPresence | null, note?: string) => Promise<void>;
}

/**
 * Our own presence, as others see it (PUBLISH, RFC 3903; RFC 3863). It stays published when the component goes, is kept
 * alive, and is published anew after the phone was stopped and started.
 *
 * @example
 * ```tsx
 * const { status, publish, error } = usePublishPresence();
 * return <button aria-pressed={status === 'away'} onClick={() => void publish('away')}>Away</button>;
 * ```
 */
export function usePublishPresence(): UsePublishPresenceReturnType {
  const own = ownPresenceOf(useBinding());
  const state = useStore(own);
  const { publish } = own;
  return useMemo(() => ({ ...state, publish }), [state, publish]);
}
