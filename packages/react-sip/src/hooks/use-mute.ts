'use client';

import { useMemo } from 'react';
import type { SessionActions } from '../session/session-actions.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseMuteParameters = UseSessionParameters;

/** What {@link useMute} returns. */
export interface UseMuteReturnType extends Pick<SessionActions, 'mute' | 'unmute' | 'toggleMute'> {
  /** Whether our microphone is silenced. */
  readonly muted: boolean;
}

/**
 * The mute of a call's microphone. Renders when it changes, and for nothing else.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { muted, toggleMute } = useMute(id);
 * return <button aria-pressed={muted} onClick={() => void toggleMute()}>Mute</button>;
 * ```
 */
export function useMute(id?: UseMuteParameters): UseMuteReturnType {
  const muted = useSessionState(id, (session) => session.muted.audio) ?? false;
  const { mute, unmute, toggleMute } = useSessionActions(id);
  return useMemo(() => ({ muted, mute, unmute, toggleMute }), [muted, mute, unmute, toggleMute]);
}
