'use client';

import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { selectIncomingSessionId } from '../store/selectors.ts';
import { useSession, type UseSessionReturnType } from './use-session.ts';

/** What {@link useIncomingSession} returns; `session` is `null` while nothing rings. */
export type UseIncomingSessionReturnType = UseSessionReturnType;

/**
 * The call that has been ringing here longest.
 *
 * @example
 * ```tsx
 * const { session, answer, decline } = useIncomingSession();
 * if (session === null) return null;
 * return (
 *   <div role="alert">
 *     {session.remote.displayName ?? session.remote.user}
 *     <button onClick={() => void answer()}>Answer</button>
 *     <button onClick={() => void decline()}>Decline</button>
 *   </div>
 * );
 * ```
 */
export function useIncomingSession(): UseIncomingSessionReturnType {
  return useSession(useStore(useBinding().store, selectIncomingSessionId));
}
