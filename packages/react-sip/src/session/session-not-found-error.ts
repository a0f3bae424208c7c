'use client';

import { SipError } from '@hookswitch/sip-core';

/** An action was asked of a session that does not live. */
export class SessionNotFoundError extends SipError {
  override readonly code = 'SESSION_NOT_FOUND';
  /** The id asked for; `null` when there was no focused session either. */
  readonly sessionId: string | null;

  constructor(sessionId: string | null) {
    super(sessionId === null ? 'There is no session to act on.' : `Session "${sessionId}" does not live.`);
    this.sessionId = sessionId;
  }
}
