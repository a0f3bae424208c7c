import { TimerSet } from '../base/timer-set.ts';
import type { OutgoingResponse } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { SessionContext } from './session-context.ts';

const T1 = 500;
const T2 = 4000;

/**
 * Repeats a 2xx to an INVITE until its ACK comes: after T1, then at doubled intervals up to T2, for 64*T1 in all
 * (RFC 3261 section 13.3.1.4). Over reliable transports too: a proxy on the way may not be. A connection that came back
 * carries it at once, and begins anew with T1: the one before may have died with it.
 */
export class AnswerRepetition {
  /** Its own: the 2xx to a later INVITE may wait for its ACK at the same time (RFC 5407 section 3.1.4). */
  readonly #timers: TimerSet<'repeat' | 'giveUp'>;
  readonly #forget: () => void;
  readonly #sequence: number;

  /**
   * @param missing - told when no ACK came in time
   */
  constructor(context: SessionContext, request: ServerRequest, response: OutgoingResponse, missing: () => void) {
    const timers = new TimerSet<'repeat' | 'giveUp'>(context.platform.clock);
    this.#timers = timers;
    this.#sequence = request.message.cseq.seq;
    const repeat = (interval: number): void => {
      timers.start('repeat', interval, () => {
        if (context.core.transport.state === 'connected') request.repeat(response);
        repeat(Math.min(interval * 2, T2));
      });
    };
    repeat(T1);
    const stopListening = context.core.transport.events.on('connected', () => {
      request.repeat(response);
      repeat(T1);
    });
    const forget = context.atEnd(() => {
      timers.stopAll();
      stopListening();
    });
    this.#forget = () => {
      stopListening();
      forget();
    };
    timers.start('giveUp', 64 * T1, () => {
      this.#stop();
      missing();
    });
  }

  /** Whether this ACK is the one waited for; repetition stops then. */
  acknowledge(sequence: number): boolean {
    if (sequence !== this.#sequence) return false;
    this.#stop();
    return true;
  }

  #stop(): void {
    this.#timers.stopAll();
    this.#forget();
  }
}
