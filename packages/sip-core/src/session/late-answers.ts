import { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import type { SentAck } from '../transaction/transaction-layer.ts';
import type { ClientRequestUser } from '../user-agent/client-request.ts';
import type { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { ackRequest } from './ack.ts';

const nothing = (): void => undefined;

/**
 * What an INVITE leaves behind when its session is over: for 64*T1 its 2xx may come again, or one of another fork may
 * come late (RFC 6026 section 7.2). Each is acknowledged, a new one hung up. The session itself is not held for that.
 */
export class LateAnswers implements ClientRequestUser {
  readonly #core: UserAgentCore;
  readonly #invite: OutgoingRequest;
  /** By tag of the far end. */
  readonly #acks: Map<string, SentAck>;

  /** @param acks - the ACKs sent so far, by tag of the far end */
  constructor(core: UserAgentCore, invite: OutgoingRequest, acks: Map<string, SentAck>) {
    this.#core = core;
    // Without the description, which is most of it.
    this.#invite = new OutgoingRequest({ method: invite.method, uri: invite.uri, headers: invite.headers });
    this.#acks = acks;
  }

  onFinal(response: IncomingResponse): void {
    if (response.statusCode >= 300) return;
    const known = this.#acks.get(response.toTag ?? '');
    if (known !== undefined) {
      known.resend();
      return;
    }
    const core = this.#core;
    const dialog = Dialog.fromResponse(this.#invite, response);
    this.#acks.set(dialog.remoteTag, core.sendAck(ackRequest(dialog, this.#invite)));
    core.send(dialog.createRequest('BYE'), { onFinal: nothing, onFailure: nothing }, dialog);
  }

  onFailure(): void {
    // Nobody is left who could be told.
  }
}
