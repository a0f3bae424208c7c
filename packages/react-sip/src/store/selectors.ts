'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import type { SipState } from './sip-state.ts';

/** A session by its id, be it live or lately ended. */
export function selectSession(state: SipState, id: string | null): SessionSnapshot | null {
  if (id === null) return null;
  return state.sessions[id] ?? state.ended.find((session) => session.id === id) ?? null;
}

/** The sessions that live, oldest first. The list is made anew: compare it part by part. */
export function selectSessions(state: SipState): readonly SessionSnapshot[] {
  return state.sessionIds.flatMap((id) => state.sessions[id] ?? []);
}

/** The session that has the focus. */
export function selectFocusedSession(state: SipState): SessionSnapshot | null {
  return selectSession(state, state.focusedSessionId);
}

/** The id of the call that has been ringing here longest. */
export function selectIncomingSessionId(state: SipState): string | null {
  return state.sessionIds.find((id) => state.sessions[id]?.phase === 'incoming') ?? null;
}

/** Whether any session lives, ringing ones included. */
export function selectHasSession(state: SipState): boolean {
  return state.sessionIds.length > 0;
}

/** Whether the registrar knows us. */
export function selectIsRegistered(state: SipState): boolean {
  return state.registration.status === 'registered';
}

/** Whether the link to the server is up. */
export function selectIsConnected(state: SipState): boolean {
  return state.status === 'connected';
}
