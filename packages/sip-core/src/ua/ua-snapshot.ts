import type { ErrorInfo } from '../base/errors.ts';
import type { RegistrationSnapshot } from '../registration/registration-snapshot.ts';
import type { Party, SessionSnapshot } from '../session/session-snapshot.ts';

/** How the user agent stands towards its server. */
export type UAStatus = 'idle' | 'connecting' | 'connected' | 'reconnecting' | 'stopping' | 'stopped';

/** A user agent at one moment: frozen, serialisable, structurally shared. */
export interface UASnapshot {
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
  /** Sessions that live, oldest first. One that ended stays until the next change after its `Terminated`. */
  readonly sessions: readonly SessionSnapshot[];
}
