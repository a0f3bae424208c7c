import type { OutgoingResponse } from '../message/outgoing-message.ts';
import type { ServerRequest } from '../user-agent/server-request.ts';
import type { SessionContext } from './session-context.ts';

const T1 = 500;
const T2 = 4000;

/**
 * Repeats a 2xx to an INVITE until its ACK comes: after T1, then at doubled intervals up to T2, for 64*T1 in all
 * (RFC 3261 section 13.3.1.4). Over reliable transports too: a proxy on the way may not be.
 */
export class AnswerRepetition {
  readonly #context: SessionContext;
  readonly #sequence: number;

  /**
   * @param missing - told when no ACK came in time
   */
  constructor(context: SessionContext, request: ServerRequest, response: OutgoingResponse, missing: () => void) {
    this.#context = context;
    this.#sequence = request.message.cseq.seq;
    const repeat = (interval: number): void => {
      context.timers.start('retransmitAnswer', interval, () => {
        if (context.core.transport.state === 'connected') request.repeat(response);
        repeat(Math.min(interval * 2, T2));
      });
    };
    repeat(T1);
    context.timers.start('giveUpAnswer', 64 * T1, () => {
      context.timers.stop('retransmitAnswer');
      missing();
    });
  }

  /** Whether this ACK is the one waited for; repetition stops then. */
  acknowledge(sequence: number): boolean {
    if (sequence !== this.#sequence) return false;
    this.#context.timers.stop('retransmitAnswer');
    this.#context.timers.stop('giveUpAnswer');
    return true;
  }
}
