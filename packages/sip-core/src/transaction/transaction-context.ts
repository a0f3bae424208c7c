import type { Clock, Logger, Random } from '../platform.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { DeadlineQueue } from './deadline-queue.ts';
import type { Outbox } from './outbox.ts';
import type { TimerTable } from './timers.ts';

/** What the layer gives each of its transactions. */
export interface TransactionContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly timers: TimerTable;
  /** Where all timers of 64*T1 wait. */
  readonly patience: DeadlineQueue;
  /** What is to be told to users, in its order. */
  readonly outbox: Outbox;
  /**
   * Hands a message to the transport.
   *
   * @returns the transport's failure, if it failed
   */
  transmit(text: string): TransportError | undefined;
}
