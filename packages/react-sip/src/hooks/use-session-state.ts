'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import { selectSession } from '../store/selectors.ts';
import { useSipStore } from './use-sip-store.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseSessionStateParameters = UseSessionParameters;

/** What {@link useSessionState} returns: what the selector does, `null` when there is no such session. */
export type UseSessionStateReturnType<Selected> = Selected | null;

/**
 * One part of a session. The component renders again only when that part changes.
 *
 * @param id - the session; `undefined` is the focused one
 * @param selector - pure; may be written inline
 * @example
 * ```tsx
 * const muted = useSessionState(id, (session) => session.muted.audio);
 * ```
 */
export function useSessionState<Selected>(
  id: UseSessionStateParameters,
  selector: (session: SessionSnapshot) => Selected,
): UseSessionStateReturnType<Selected> {
  return useSipStore((state) => {
    const session = selectSession(state, id === undefined ? state.focusedSessionId : id);
    return session === null ? null : selector(session);
  });
}
