import type { ErrorInfo } from '../base/errors.ts';

/** How a registration stands. */
export type RegistrationStatus = 'unregistered' | 'registering' | 'registered' | 'unregistering' | 'failed';

/** A registration at one moment: frozen and serialisable. */
export interface RegistrationSnapshot {
  readonly status: RegistrationStatus;
  /** When the binding ends unless refreshed, milliseconds since the epoch. */
  readonly expiresAt: number | null;
  /** When the next attempt is made after a failure, milliseconds since the epoch. */
  readonly retryAt: number | null;
  readonly error: ErrorInfo | null;
}
