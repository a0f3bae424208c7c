'use client';

import type { SessionSnapshot, UASnapshot } from '@hookswitch/sip-core';
import { nextFocus } from './focus.ts';
import type { SipState } from './sip-state.ts';

/** How many ended sessions the store remembers. */
export const ENDED_LIMIT = 50;

/** The state of a user agent that was never started: what the server renders, and the browser first. */
export function idleState(snapshot: UASnapshot): SipState {
  return Object.freeze<SipState>({
    status: 'idle',
    account: snapshot.account,
    server: null,
    attempts: 0,
    retryAt: null,
    error: null,
    registration: Object.freeze({ status: 'unregistered', expiresAt: null, retryAt: null, error: null }),
    sessionIds: Object.freeze([]),
    sessions: byId([]),
    focusedSessionId: null,
    ended: Object.freeze([]),
  });
}

/**
 * The state after a change of the user agent. Pure; parts that did not change keep their identity, and so does the
 * whole.
 */
export function project(state: SipState, snapshot: UASnapshot): SipState {
  const live = snapshot.sessions.filter((session) => session.state !== 'Terminated');
  const over = snapshot.sessions.filter((session) => session.state === 'Terminated');
  const sessionIds = keep(
    state.sessionIds,
    live.map((session) => session.id),
  );
  const sameSessions =
    sessionIds === state.sessionIds && live.every((session) => state.sessions[session.id] === session);
  const next: SipState = {
    status: snapshot.status,
    account: snapshot.account,
    server: snapshot.server,
    attempts: snapshot.attempts,
    retryAt: snapshot.retryAt,
    error: snapshot.error,
    registration: snapshot.registration,
    sessionIds,
    sessions: sameSessions ? state.sessions : byId(live),
    focusedSessionId: nextFocus(state, live),
    ended: keep(state.ended, remember(state.ended, over)),
  };
  return same(state, next) ? state : Object.freeze(next);
}

/** The list with what ended since put in front; one that is there already is replaced where it stands. */
function remember(ended: readonly SessionSnapshot[], over: readonly SessionSnapshot[]): readonly SessionSnapshot[] {
  if (over.length === 0) return ended;
  const replaced = ended.map((old) => over.find((session) => session.id === old.id) ?? old);
  const fresh = over.filter((session) => !ended.some((old) => old.id === session.id));
  return [...fresh.reverse(), ...replaced].slice(0, ENDED_LIMIT);
}

function byId(sessions: readonly SessionSnapshot[]): Readonly<Record<string, SessionSnapshot>> {
  const record = Object.create(null) as Record<string, SessionSnapshot>;
  for (const session of sessions) record[session.id] = session;
  return Object.freeze(record);
}

function keep<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const equal = before.length === after.length && before.every((item, index) => item === after[index]);
  return equal ? before : Object.freeze(after);
}

function same(a: SipState, b: SipState): boolean {
  return (Object.keys(a) as (keyof SipState)[]).every((key) => Object.is(a[key], b[key]));
}
