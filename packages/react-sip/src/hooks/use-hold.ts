'use client';

import { useMemo } from 'react';
import type { SessionActions } from '../session/session-actions.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseHoldParameters = UseSessionParameters;

/** What {@link useHold} returns. */
export interface UseHoldReturnType extends Pick<SessionActions, 'hold' | 'unhold' | 'toggleHold'> {
  /** Whether we hold the far end. */
  readonly held: boolean;
  /** Whether the far end holds us. */
  readonly heldByRemote: boolean;
  /** Whether the far end has not agreed yet to what was asked last. */
  readonly pending: boolean;
}

/**
 * The hold of a call, from both ends.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { held, pending, toggleHold } = useHold(id);
 * return <button aria-pressed={held} aria-busy={pending} onClick={() => void toggleHold()}>Hold</button>;
 * ```
 */
export function useHold(id?: UseHoldParameters): UseHoldReturnType {
  const held = useSessionState(id, (session) => session.hold.local) ?? false;
  const heldByRemote = useSessionState(id, (session) => session.hold.remote) ?? false;
  const pending = useSessionState(id, ({ pending: acts }) => acts.includes('hold') || acts.includes('unhold')) ?? false;
  const { hold, unhold, toggleHold } = useSessionActions(id);
  return useMemo(
    () => ({ held, heldByRemote, pending, hold, unhold, toggleHold }),
    [held, heldByRemote, pending, hold, unhold, toggleHold],
  );
}
