import { type EndCause, NO_METADATA, type Party, type SessionSnapshot } from '@hookswitch/sip-core';

/** Someone, by user name. */
export function party(user: string): Party {
  return { uri: `sip:${user}@example.com`, user, host: 'example.com', displayName: null };
}

/** A session that rings here, with whatever is given instead. */
export function sessionSnapshot(id: string, changes: Partial<SessionSnapshot> = {}): SessionSnapshot {
  return Object.freeze<SessionSnapshot>({
    id,
    direction: 'incoming',
    state: 'Establishing',
    phase: 'incoming',
    local: party('alice'),
    remote: party('bob'),
    asserted: null,
    metadata: NO_METADATA,
    hold: { local: false, remote: false },
    muted: { audio: false, video: false },
    earlyMedia: false,
    media: { audio: null, video: null, connection: 'new' },
    createdAt: 0,
    answeredAt: null,
    endedAt: null,
    cause: null,
    pending: [],
    transfer: null,
    lastError: null,
    ...changes,
  });
}

/** What changes when a session is answered. */
export function answered(answeredAt: number = Date.now()): Partial<SessionSnapshot> {
  return { state: 'Established', phase: 'established', answeredAt };
}

/** What changes when a session ends. */
export function over(cause: Partial<EndCause> = {}, endedAt: number = Date.now()): Partial<SessionSnapshot> {
  const hungUp: EndCause = {
    ...{ code: 'HUNG_UP', by: 'remote', statusCode: null, reasonPhrase: null, reason: null, retryAfter: null },
  };
  return { state: 'Terminated', phase: 'ended', endedAt, cause: { ...hungUp, ...cause } };
}
