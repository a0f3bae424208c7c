import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Body } from '../message/outgoing-message.ts';
import type { SessionContext } from './session-context.ts';

/** Whether a response asks for PRACK (RFC 3262 section 4). */
export function isReliable(response: IncomingResponse): boolean {
  return (
    response.statusCode > 100 &&
    response.statusCode < 200 &&
    response.rseq !== undefined &&
    response.toTag !== undefined &&
    response.require.includes('100rel')
  );
}

/** What is done with a reliable provisional response; gives the answer that its PRACK is to carry. */
export type TakeProvisional = (response: IncomingResponse) => Promise<Body | undefined>;

/**
 * The reliable provisional responses of one dialog to one INVITE of ours: taken in their order, each once, each
 * acknowledged by PRACK (RFC 3262 section 4).
 */
export class ReceivedProvisionals {
  readonly #context: SessionContext;
  readonly #dialog: Dialog;
  #last: number | undefined;
  /** The INVITE that the numbers are counted for: one with credentials counts anew. */
  #sequence: number | undefined;
  /** Sends the PRACK of the latest once more, while that is not answered. */
  #again: (() => void) | undefined;

  constructor(context: SessionContext, dialog: Dialog) {
    this.#context = context;
    this.#dialog = dialog;
  }

  /**
   * Takes one.
   *
   * @returns whether it is new; one that came before, or too early, has no effect but a PRACK
   */
  receive(response: IncomingResponse, take: TakeProvisional): boolean {
    const { rseq } = response;
    if (rseq === undefined) return false;
    if (this.#sequence !== response.cseq.seq) {
      this.#sequence = response.cseq.seq;
      this.#last = undefined;
    }
    if (rseq === this.#last) {
      // They have not seen our PRACK. No transaction repeats it on a reliable transport, and a proxy may have lost it.
      this.#again?.();
      return false;
    }
    // A gap: what is missing is repeated, and this one after it.
    if (this.#last !== undefined && rseq !== this.#last + 1) return false;
    this.#last = rseq;
    this.#again = undefined;
    void this.#acknowledge(response, take);
    return true;
  }

  async #acknowledge(response: IncomingResponse, take: TakeProvisional): Promise<void> {
    const { rseq, cseq } = response;
    const body = await take(response);
    if (this.#context.isEnded() || this.#dialog.state === 'terminated') return;
    const send = (): void => {
      const prack = this.#dialog.createRequest('PRACK');
      prack.headers.set('RAck', `${rseq} ${cseq.seq} ${cseq.method}`);
      if (body !== undefined) prack.body = body;
      const answered = (): void => {
        if (this.#last === rseq) this.#again = undefined;
      };
      // What is refused stays so: the far end then gives the call up by itself.
      this.#context.core.send(prack, { onFinal: answered, onFailure: () => undefined }, this.#dialog);
    };
    if (this.#last === rseq) this.#again = send;
    send();
  }
}
