import type { IncomingResponse } from '../message/incoming-message.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { TimerName } from './timers.ts';

/** Timers of client transactions, as events. */
export type ClientTimer = 'timerA' | 'timerB' | 'timerD' | 'timerE' | 'timerF' | 'timerK' | 'timerM' | 'timerCancel';

/** What drives a client transaction. */
export type ClientEvent =
  | { readonly type: 'provisional'; readonly response: IncomingResponse }
  | { readonly type: 'success'; readonly response: IncomingResponse }
  | { readonly type: 'failure'; readonly response: IncomingResponse }
  | { [Timer in ClientTimer]: { readonly type: Timer } }[ClientTimer]
  /** The user has no interest any longer. */
  | { readonly type: 'release' }
  | { readonly type: 'transportError'; readonly error: TransportError };

/** What the tables of client transactions do. `ClientTransaction` does it in earnest. */
export interface ClientActions {
  /** Starts a timer with its first delay. */
  start(timer: TimerName): void;
  /** Sends the request again and starts the timer with twice the wait. */
  retransmit(timer: 'A' | 'E'): void;
  /** Sends the request again and starts E with T2. */
  retransmitSlowly(): void;
  /** Stops every timer. */
  stop(): void;
  /** Sends the ACK to a final response of 300 and above (RFC 3261 section 17.1.1.3). */
  acknowledge(response: IncomingResponse): void;
  /** Passes up a provisional response. */
  provisional(response: IncomingResponse): void;
  /** Passes up a final response. */
  final(response: IncomingResponse): void;
  /** Passes up a 2xx that belongs to nobody here any longer. */
  stray(response: IncomingResponse): void;
  /** Tells the user that no response came. */
  timeout(): void;
  /** Tells the user that the request could not be sent, or that the connection is gone. */
  transportError(error: TransportError): void;
}
