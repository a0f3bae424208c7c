'use client';

import { useMemo } from 'react';
import type { SessionActions } from '../session/session-actions.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseDtmfParameters = UseSessionParameters;

/** What {@link useDtmf} returns. */
export interface UseDtmfReturnType extends Pick<SessionActions, 'sendDtmf'> {
  /** Whether there is somebody to send tones to. */
  readonly canSend: boolean;
  /** Whether tones are still going out. */
  readonly pending: boolean;
}

/**
 * Sends the tones of a dial pad in a call.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { sendDtmf, canSend } = useDtmf(id);
 * return <button disabled={!canSend} onClick={() => void sendDtmf('5')}>5</button>;
 * ```
 */
export function useDtmf(id?: UseDtmfParameters): UseDtmfReturnType {
  const canSend = useSessionState(id, (session) => session.state === 'Established') ?? false;
  const pending = useSessionState(id, (session) => session.pending.includes('dtmf')) ?? false;
  const { sendDtmf } = useSessionActions(id);
  return useMemo(() => ({ canSend, pending, sendDtmf }), [canSend, pending, sendDtmf]);
}
