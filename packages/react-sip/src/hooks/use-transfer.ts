'use client';

import type { TransferSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import type { SessionActions } from '../session/session-actions.ts';
import { useSessionActions } from './use-session-actions.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseTransferParameters = UseSessionParameters;

/** What {@link useTransfer} returns. */
export interface UseTransferReturnType extends Pick<SessionActions, 'transfer'> {
  /** How the transfer goes, as the far end reports it; `null` before any. */
  readonly progress: TransferSnapshot | null;
  /** Whether a transfer is under way. */
  readonly pending: boolean;
}

/**
 * Transfers a call: to an address (blind), or to the far end of another call (attended).
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { transfer, progress } = useTransfer(id);
 * void transfer('sip:carol@example.com');
 * void transfer({ sessionId: consultation.id });
 * ```
 */
export function useTransfer(id?: UseTransferParameters): UseTransferReturnType {
  const progress = useSessionState(id, (session) => session.transfer);
  const pending = useSessionState(id, (session) => session.pending.includes('transfer')) ?? false;
  const { transfer } = useSessionActions(id);
  return useMemo(() => ({ progress, pending, transfer }), [progress, pending, transfer]);
}
