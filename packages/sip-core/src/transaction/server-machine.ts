import type { TransportError } from '../transport/transport-error.ts';
import type { TimerName } from './timers.ts';

/** Timers of server transactions, as events. */
export type ServerTimer =
  'timerG' | 'timerH' | 'timerI' | 'timerJ' | 'timerL' | 'timerTrying' | 'timerWorking' | 'timerLate';

/** What drives a server transaction. */
export type ServerEvent =
  /** The user responds; `text` is ready to be sent. */
  | { readonly type: 'provisional'; readonly text: string }
  | { readonly type: 'success'; readonly text: string }
  | { readonly type: 'failure'; readonly text: string }
  /** The request came again. */
  | { readonly type: 'request' }
  /** The ACK to a final response of 300 and above came. */
  | { readonly type: 'ack' }
  | { [Timer in ServerTimer]: { readonly type: Timer } }[ServerTimer]
  | { readonly type: 'transportError'; readonly error: TransportError };

/** What the tables of server transactions do. `ServerTransaction` does it in earnest. */
export interface ServerActions {
  /** Sends a response, and keeps it for when the request comes again. */
  send(text: string): void;
  /** Sends a response without keeping it. */
  forward(text: string): void;
  /** Sends 100 Trying, and keeps it for when the request comes again. */
  trying(): void;
  /** Sends the response kept, if there is one. */
  repeat(): void;
  /** Starts a timer with its first delay. */
  start(timer: TimerName): void;
  /** Sends the response kept and starts the timer with twice the wait. */
  retransmit(timer: 'G'): void;
  /** Stops every timer. */
  stop(): void;
  /** Tells the user that the ACK to its refusal came. */
  acknowledged(): void;
  /** Tells the user that no ACK came, or that a response would come too late. */
  timeout(): void;
  /** Tells the user that a response could not be sent. */
  transportError(error: TransportError): void;
}
