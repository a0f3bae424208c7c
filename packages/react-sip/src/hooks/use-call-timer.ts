'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { createTimer } from '../session/create-timer.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseCallTimerParameters = UseSessionParameters;

/** What {@link useCallTimer} returns: whole seconds since the answer, `null` before it. */
export type UseCallTimerReturnType = number | null;

/**
 * How long a call has lasted, in whole seconds since it was answered. Ticks on the second, and only its reader renders:
 * give it a component of its own. It stands still when the call has ended.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const seconds = useCallTimer(id);
 * return <time role="timer">{seconds ?? 0} s</time>;
 * ```
 */
export function useCallTimer(id?: UseCallTimerParameters): UseCallTimerReturnType {
  const answeredAt = useSessionState(id, (session) => session.answeredAt);
  const endedAt = useSessionState(id, (session) => session.endedAt);
  const { clock } = useBinding().ua.userAgent.platform;
  const timer = useMemo(() => createTimer(clock, answeredAt, endedAt), [clock, answeredAt, endedAt]);
  return useStore(timer);
}
