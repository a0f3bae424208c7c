'use client';

import { type ErrorInfo, errorInfo, InvalidStateError, type SessionSnapshot } from '@hookswitch/sip-core';
import { createStore } from 'zustand/vanilla';
import type { CallOptions, TransferOptions } from '../call-options.ts';
import type { UABinding } from '../provider/ua-binding.ts';
import { findSession } from '../session/find-session.ts';
import { holdOthers } from '../session/hold-others.ts';
import { placeCall } from '../session/place-call.ts';
import { SessionNotFoundError } from '../session/session-not-found-error.ts';
import { switchLine } from '../session/switch-line.ts';
import { selectSession } from '../store/selectors.ts';
import type { ReadableStore } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** A question before a transfer: one call waits on hold while somebody is asked in another. */
export interface Consultation {
  /** The call that waits, and is to be transferred. */
  readonly callId: string;
  /** The call with the one who is asked. */
  readonly consultationId: string;
  /** Whether the two are being connected. */
  readonly completing: boolean;
  /** Why connecting them came to nothing; both calls go on then. */
  readonly error: ErrorInfo | null;
}

/** The consultations of a user agent. */
export interface Consultations extends ReadableStore<readonly Consultation[]> {
  readonly start: (callId: string, target: string, options?: CallOptions) => Promise<string>;
  readonly complete: (callId: string, options?: TransferOptions) => Promise<void>;
  readonly cancel: (callId: string) => Promise<void>;
  readonly swap: (callId: string) => Promise<void>;
  /** Lets both go on as two calls that have nothing to do with each other. */
  readonly forget: (callId: string) => void;
}

/** The consultations of each user agent. One that loses either of its calls is over. */
export const consultationsOf: (binding: UABinding) => Consultations = perBinding((binding) => {
  const { ua, store } = binding;
  const list = createStore<readonly Consultation[]>(() => []);
  const keep = (wanted: (consultation: Consultation) => boolean): void => {
    const kept = list.getState().filter(wanted);
    if (kept.length < list.getState().length) list.setState(kept, true);
  };
  const change = (callId: string, changes: Partial<Consultation>): void => {
    const changed = list.getState().map((each) => (each.callId === callId ? { ...each, ...changes } : each));
    list.setState(changed, true);
  };
  const find = (act: string, callId: string): Consultation => {
    const found = list.getState().find((each) => each.callId === callId);
    if (found === undefined) throw new InvalidStateError(act, 'no consultation');
    return found;
  };
  const findSnapshot = (id: string): SessionSnapshot => {
    const session = selectSession(store.getState(), id);
    if (session === null) throw new SessionNotFoundError(id);
    return session;
  };
  store.subscribe(({ sessions }) => {
    keep(({ callId, consultationId }) => callId in sessions && consultationId in sessions);
  });
  const { getState, getInitialState, subscribe } = list;
  return {
    ...{ getState, getInitialState, subscribe },
    async start(callId, target, options) {
      const { state } = findSnapshot(callId);
      const known = list.getState().some((each) => each.callId === callId || each.consultationId === callId);
      if (known || state !== 'Established') throw new InvalidStateError('consult about a call', state);
      await holdOthers(binding);
      // It may have ended while it went on hold.
      findSession(ua, callId);
      return await placeCall(binding, target, options, (consultationId) => {
        list.setState([...list.getState(), { callId, consultationId, completing: false, error: null }], true);
      });
    },
    async complete(callId, options) {
      const { consultationId } = find('complete a transfer', callId);
      change(callId, { completing: true, error: null });
      try {
        await findSession(ua, callId).refer(findSession(ua, consultationId), options);
        change(callId, { completing: false });
      } catch (error) {
        change(callId, { completing: false, error: errorInfo(error) });
        throw error;
      }
    },
    async cancel(callId) {
      const { consultationId } = find('go back to a call', callId);
      const consultation = findSession(ua, consultationId);
      store.focus(callId);
      await Promise.all([consultation.terminate(), findSession(ua, callId).unhold()]);
    },
    async swap(callId) {
      const { consultationId } = find('change sides', callId);
      const { state, hold } = findSnapshot(consultationId);
      if (state !== 'Established') throw new InvalidStateError('change sides', state);
      await switchLine(binding, hold.local ? consultationId : callId);
    },
    forget: (callId) => keep((each) => each.callId !== callId),
  };
});
