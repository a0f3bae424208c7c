'use client';

import type { Session, UA } from '@hookswitch/sip-core';
import { handled } from '../handled.ts';
import { findSession } from './find-session.ts';

/** Does something with a session that is looked up now. */
export function actOn(ua: UA, id: string | null, act: (session: Session) => unknown): Promise<void> {
  // Being async turns whatever the act throws at once into a rejection.
  const attempt = async (): Promise<void> => {
    await act(findSession(ua, id));
  };
  return handled(attempt());
}
