'use client';

import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import type { SessionActions } from '../session/session-actions.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseSessionActionsParameters = UseSessionParameters;

/** What {@link useSessionActions} returns. */
export type UseSessionActionsReturnType = SessionActions;

/**
 * What can be done with a session, without reading it: a button that only acts renders once. The object and every
 * function in it keep their identity for as long as the session is known.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { hangUp } = useSessionActions(id);
 * return <button onClick={() => void hangUp()}>Hang up</button>;
 * ```
 */
export function useSessionActions(id?: UseSessionActionsParameters): UseSessionActionsReturnType {
  const binding = useBinding();
  const focused = useStore(binding.store, (state) => (id === undefined ? state.focusedSessionId : id));
  return binding.actions(focused);
}
