import type { Dialog } from '../dialog/dialog.ts';
import type { Body, OutgoingRequest } from '../message/outgoing-message.ts';
import type { SentAck } from '../transaction/transaction-layer.ts';
import type { SessionContext } from './session-context.ts';

/**
 * The ACK to a 2xx of an INVITE of ours. It is sent again, octet for octet, whenever the 2xx comes again (RFC 3261
 * section 13.2.2.4).
 */
export class Ack {
  readonly request: OutgoingRequest;
  readonly #context: SessionContext;
  #sent: SentAck | undefined;

  /**
   * @param invite - the INVITE as last sent: the ACK repeats its number and its credentials (section 22.1)
   */
  constructor(context: SessionContext, dialog: Dialog, invite: OutgoingRequest, answer?: Body) {
    this.#context = context;
    this.request = ackRequest(dialog, invite);
    if (answer !== undefined) this.request.body = answer;
  }

  /** Sends it. A lost connection is no failure: the 2xx comes again and asks once more, or the next connection does. */
  send(): void {
    this.#context.lastAck = this;
    if (this.#sent === undefined) this.#sent = this.#context.core.sendAck(this.request);
    else this.#sent.resend();
  }

  /** What was sent, to be sent again by whoever outlives the session. */
  get sent(): SentAck | undefined {
    return this.#sent;
  }
}

/** The ACK to a 2xx, with the number and the credentials of its INVITE (sections 13.2.2.4 and 22.1). */
export function ackRequest(dialog: Dialog, invite: OutgoingRequest): OutgoingRequest {
  const ack = dialog.createRequest('ACK', invite.cseq.seq);
  for (const name of ['Authorization', 'Proxy-Authorization']) {
    for (const value of invite.headers.all(name)) ack.headers.add(name, value);
  }
  return ack;
}
