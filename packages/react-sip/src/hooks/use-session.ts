'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import type { SessionActions } from '../session/session-actions.ts';
import { selectSession } from '../store/selectors.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseSessionParameters = string | null | undefined;

/** What {@link useSession} returns: the session, `null` when there is none, and what can be done with it. */
export interface UseSessionReturnType extends SessionActions {
  readonly session: SessionSnapshot | null;
}

/**
 * A session and what a person does with it: answer, decline, hang up, hold, mute, send tones, transfer. One that has
 * ended stays readable for a while.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { session, hangUp, toggleHold } = useSession();
 * if (session === null) return <p>No call.</p>;
 * return (
 *   <>
 *     <p>{session.remote.displayName ?? session.remote.user}</p>
 *     <button aria-pressed={session.hold.local} onClick={() => void toggleHold()}>Hold</button>
 *     <button onClick={() => void hangUp()}>Hang up</button>
 *   </>
 * );
 * ```
 */
export function useSession(id?: UseSessionParameters): UseSessionReturnType {
  const binding = useBinding();
  const session = useStore(binding.store, (state) => {
    return selectSession(state, id === undefined ? state.focusedSessionId : id);
  });
  const actions = binding.actions(session?.id ?? id ?? null);
  return useMemo(() => ({ session, ...actions }), [session, actions]);
}
