'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import type { SipState } from './sip-state.ts';

/**
 * Which session the person deals with after a change. A call just placed or just answered takes the focus; one that
 * rings never takes it from another; when the focused one ends, the focus goes to the one most likely meant.
 */
export function nextFocus(state: SipState, live: readonly SessionSnapshot[]): string | null {
  const taken = live.filter((session) => takesFocus(state.sessions[session.id], session)).at(-1);
  if (taken !== undefined) return taken.id;
  const focused = state.focusedSessionId;
  if (live.some((session) => session.id === focused)) return focused;
  // With the focus given up on purpose, only a session that is new may take it.
  const candidates = focused === null ? live.filter((session) => state.sessions[session.id] === undefined) : live;
  const [best] = [...candidates].sort((a, b) => rank(a) - rank(b));
  return best?.id ?? null;
}

function takesFocus(before: SessionSnapshot | undefined, now: SessionSnapshot): boolean {
  if (now.phase === 'ending') return false;
  if (before === undefined) return now.direction === 'outgoing';
  return before.phase === 'incoming' && now.phase !== 'incoming';
}

/** Lower is likelier: talking, being placed, ringing, on hold, about to end. */
function rank(session: SessionSnapshot): number {
  if (session.phase === 'ending') return 4;
  if (session.hold.local) return 3;
  if (session.phase === 'incoming') return 2;
  return session.answeredAt === null ? 1 : 0;
}
