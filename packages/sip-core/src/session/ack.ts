import type { Dialog } from '../dialog/dialog.ts';
import type { Body, OutgoingRequest } from '../message/outgoing-message.ts';
import type { SentAck } from '../transaction/transaction-layer.ts';
import type { SessionContext } from './session-context.ts';

/**
 * The ACK to a 2xx of an INVITE of ours. It is sent again, octet for octet, whenever the 2xx comes again (RFC 3261
 * section 13.2.2.4).
 */
export class Ack {
  readonly #context: SessionContext;
  #request: OutgoingRequest | undefined;
  #sent: SentAck | undefined;

  /** @param request - kept only until it is sent; afterwards, what was sent */
  constructor(context: SessionContext, request: OutgoingRequest) {
    this.#context = context;
    this.#request = request;
  }

  /** Sends it. A lost connection is no failure: the 2xx comes again and asks once more, or the next connection does. */
  send(): void {
    this.#context.lastAck = this;
    const request = this.#request;
    this.#request = undefined;
    if (request === undefined) this.#sent?.resend();
    else this.#sent = this.#context.core.sendAck(request);
  }

  /** What was sent, to be sent again by whoever outlives the session. */
  get sent(): SentAck | undefined {
    return this.#sent;
  }
}

/**
 * The ACK to a 2xx (section 13.2.2.4).
 *
 * @param invite - the INVITE as last sent: the ACK repeats its number and its credentials (section 22.1)
 */
export function ackRequest(dialog: Dialog, invite: OutgoingRequest, answer?: Body): OutgoingRequest {
  const ack = dialog.createRequest('ACK', invite.cseq.seq);
  for (const name of ['Authorization', 'Proxy-Authorization']) {
    for (const value of invite.headers.all(name)) ack.headers.add(name, value);
  }
  if (answer !== undefined) ack.body = answer;
  return ack;
}
