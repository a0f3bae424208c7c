'use client';

import type { Session, UA } from '@hookswitch/sip-core';
import { SessionNotFoundError } from './session-not-found-error.ts';

/**
 * A session that lives.
 *
 * @throws {@link SessionNotFoundError} when none of that id does
 */
export function findSession(ua: UA, id: string | null): Session {
  const session = id === null ? undefined : ua.sessions.get(id);
  if (session === undefined) throw new SessionNotFoundError(id);
  return session;
}
