import { NO_METADATA } from '@hookswitch/sip-core';
import type { EndCause, EndCauseCode, Party, SessionSnapshot } from '../snapshots.ts';

/** A party at example.com for stories and tests. */
export function fakeParty(user: string, displayName: string | null = null, host: string = 'example.com'): Party {
  return { uri: `sip:${user}@${host}`, user, host, displayName };
}

/** A session snapshot for stories and tests: an outgoing call to Marta, talking for 94 seconds, with some fields replaced. */
export function fakeSession(changes: Partial<SessionSnapshot> = {}): SessionSnapshot {
  const now = Date.now();
  return {
    id: 'session-1',
    direction: 'outgoing',
    state: 'Established',
    phase: 'established',
    local: fakeParty('1001', 'Alice'),
    remote: fakeParty('+351215550134', 'Marta Oliveira'),
    asserted: null,
    metadata: NO_METADATA,
    hold: { local: false, remote: false },
    muted: { audio: false, video: false },
    earlyMedia: false,
    media: { audio: { local: 'sendrecv', remote: 'sendrecv' }, video: null, connection: 'connected' },
    createdAt: now - 102_000,
    answeredAt: 'phase' in changes && changes.phase !== 'established' ? null : now - 94_000,
    endedAt: null,
    cause: null,
    pending: [],
    transfer: null,
    lastError: null,
    ...changes,
  };
}

/** Why a fake session ended. */
export function fakeCause(code: EndCauseCode, changes: Partial<EndCause> = {}): EndCause {
  return { code, by: 'remote', statusCode: null, reasonPhrase: null, reason: null, retryAfter: null, ...changes };
}
