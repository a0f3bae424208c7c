import { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import type { SentAck } from '../transaction/transaction-layer.ts';
import type { UserAgentCore } from './user-agent-core.ts';

const nothing = (): void => undefined;

/**
 * An INVITE that no session stands behind: sent to learn the answer, or to ring. Whoever takes it gets the ACK that a
 * 2xx must have and a BYE at once (RFC 3261 section 13.2.2.4), so that no call is left that nobody can hang up.
 */
export class ProbedInvite {
  readonly #core: UserAgentCore;
  readonly #invite: OutgoingRequest;
  /** By the tag of each callee that answered. */
  readonly #acks = new Map<string, SentAck>();

  constructor(core: UserAgentCore, invite: OutgoingRequest) {
    this.#core = core;
    this.#invite = invite;
  }

  /** @returns whether this 2xx is a new one and no repetition */
  hangUp(response: IncomingResponse): boolean {
    const tag = response.toTag ?? '';
    const sent = this.#acks.get(tag);
    if (sent !== undefined) {
      sent.resend();
      return false;
    }
    const dialog = Dialog.fromResponse(this.#invite, response);
    const ack = dialog.createRequest('ACK', this.#invite.cseq.seq);
    for (const name of ['Authorization', 'Proxy-Authorization']) {
      for (const value of this.#invite.headers.all(name)) ack.headers.add(name, value);
    }
    this.#acks.set(tag, this.#core.sendAck(ack));
    this.#core.send(dialog.createRequest('BYE'), { onFinal: nothing, onFailure: nothing }, dialog);
    return true;
  }
}
