'use client';

import type { ErrorInfo, Party, RegistrationSnapshot, SessionSnapshot, UAStatus } from '@hookswitch/sip-core';

/** What the store holds: plain values alone, so that it can be logged, stored and sent. */
export interface SipState {
  /** How the user agent stands towards its server. */
  readonly status: UAStatus;
  /** Who we are. */
  readonly account: Party;
  /** The WebSocket URI in use or last tried. */
  readonly server: string | null;
  /** How many connection attempts were made since the link was last up. */
  readonly attempts: number;
  /** When the next connection attempt is made, milliseconds since the epoch. */
  readonly retryAt: number | null;
  /** Why there is no connection. */
  readonly error: ErrorInfo | null;
  readonly registration: RegistrationSnapshot;
  /** Sessions that live, oldest first. */
  readonly sessionIds: readonly string[];
  /** The sessions that live, by id. It has no prototype: ids come from the network. */
  readonly sessions: Readonly<Record<string, SessionSnapshot>>;
  /** The session the person is dealing with; hooks without an id mean this one. View state, owned by the store. */
  readonly focusedSessionId: string | null;
  /** Sessions that ended lately, latest first, fifty at the most. */
  readonly ended: readonly SessionSnapshot[];
}
