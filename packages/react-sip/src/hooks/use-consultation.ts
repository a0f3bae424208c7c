'use client';

import type { ErrorInfo, TransferSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CallOptions, TransferOptions } from '../call-options.ts';
import { handled } from '../handled.ts';
import { consultationsOf } from '../live/consultations.ts';
import { useBinding } from '../provider/sip-context.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';

/**
 * Which call: the one that is to be transferred or the one with whom was asked. An id, or nothing for the focused one;
 * `null` is none.
 */
export type UseConsultationParameters = UseSessionParameters;

/** What {@link useConsultation} returns. */
export interface UseConsultationReturnType {
  /** The call that waits on hold; `null` while nobody is asked. */
  readonly callId: string | null;
  /** The call with the one who is asked; `null` while nobody is. */
  readonly consultationId: string | null;
  /** Nobody is asked, they have not answered yet, both talk with us, or the two are being connected. */
  readonly status: 'none' | 'calling' | 'talking' | 'completing';
  /** How connecting the two goes, as the far end reports it; `null` before. */
  readonly progress: TransferSnapshot | null;
  /** Why connecting the two came to nothing. Both calls go on then, as they were. */
  readonly error: ErrorInfo | null;
  /**
   * Puts the call on hold and calls somebody to ask. Settles with the new session's id when that is answered, and
   * rejects with a `CallFailedError` when it comes to nothing; the call waits on hold until it is taken back. Rejects
   * without calling anybody when the hold is refused.
   */
  readonly consult: (target: string, options?: CallOptions) => Promise<string>;
  /**
   * Connects the two and leaves (RFC 5589 section 7.3). While the one who is asked has not answered, it waits for that
   * (section 7.6): their phone goes on ringing. Rejects with a `TransferFailedError`, or a `ResponseError`, when it
   * comes to nothing.
   */
  readonly complete: (options?: TransferOptions) => Promise<void>;
  /** Hangs up on the one who is asked and takes the call off hold. */
  readonly cancel: () => Promise<void>;
  /** Talks with the one who waits, and lets the other wait. */
  readonly swap: () => Promise<void>;
}

/**
 * Asks somebody before a call is transferred to them: an attended transfer, step by step. It belongs to the calls, not
 * to the component, so any component may show it and go on with it.
 *
 * @param id - either of the two calls; the focused one by default
 * @example
 * ```tsx
 * const { status, consult, complete, cancel } = useConsultation();
 * if (status === 'none') return <button onClick={() => void consult('1002')}>Ask Ben first</button>;
 * return (
 *   <>
 *     <button onClick={() => void complete()}>Transfer</button>
 *     <button onClick={() => void cancel()}>Back</button>
 *   </>
 * );
 * ```
 */
export function useConsultation(id?: UseConsultationParameters): UseConsultationReturnType {
  const binding = useBinding();
  const consultations = consultationsOf(binding);
  const callOrConsultation = useStore(binding.store, (state) => (id === undefined ? state.focusedSessionId : id));
  const consultation = useStore(
    consultations,
    (all) =>
      all.find((each) => each.callId === callOrConsultation || each.consultationId === callOrConsultation) ?? null,
  );
  const callId = consultation?.callId ?? null;
  const consultationId = consultation?.consultationId ?? null;
  const answered = useSessionState(consultationId, ({ answeredAt }) => answeredAt !== null) ?? false;
  const progress = useSessionState(callId, ({ transfer }) => transfer);
  const subject = callId ?? callOrConsultation;
  const acts = useMemo(() => {
    const known = subject ?? '';
    return {
      consult: (target: string, options?: CallOptions) => handled(consultations.start(known, target, options)),
      complete: (options?: TransferOptions) => handled(consultations.complete(known, options)),
      cancel: () => handled(consultations.cancel(known)),
      swap: () => handled(consultations.swap(known)),
    };
  }, [consultations, subject]);
  return useMemo(() => {
    const { completing = false, error = null } = consultation ?? {};
    const status = consultation === null ? 'none' : completing ? 'completing' : answered ? 'talking' : 'calling';
    return { callId, consultationId, status, progress, error, ...acts };
  }, [consultation, callId, consultationId, answered, progress, acts]);
}
