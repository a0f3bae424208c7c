import type { IncomingRequest } from '../message/incoming-message.ts';
import type { OutgoingResponse } from '../message/outgoing-message.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { InviteServerState } from './invite-server-machine.ts';
import type { NonInviteServerState } from './non-invite-server-machine.ts';

/** Who answers a request. None of these is called from within `respond`. */
export interface ServerTransactionUser {
  /** An INVITE that has no final response yet is cancelled; the CANCEL is answered already. Respond with 487. */
  onCancel?(request: IncomingRequest): void;
  /** The ACK to a final response of 300 and above came. */
  onAck?(): void;
  /**
   * The ACK to a final response of 300 and above did not come (timer H); or a request other than INVITE was not
   * answered before its sender gave up, and will not be (RFC 4320 section 4.2).
   */
  onTimeout?(): void;
  /** A response could not be sent. The transaction lives on (RFC 6026 section 7.1). */
  onTransportError?(error: TransportError): void;
  /**
   * The transaction is over. Giving this for an INVITE that is accepted keeps the request in memory for 64*T1, where
   * otherwise only its branch is kept.
   */
  onTerminated?(): void;
}

/** A request to be answered (RFC 3261 section 17.2). Comes from `TransactionLayer.onRequest`. */
export interface ServerTransaction {
  readonly request: IncomingRequest;
  readonly state: InviteServerState | NonInviteServerState;
  /** The tag for the To of our responses: that of the request, or one made for it. Using it is not required. */
  readonly localTag: string;
  /** Who hears of CANCEL, ACK and failures. */
  user: ServerTransactionUser | undefined;
  /**
   * Sends a response. What comes after a final response is dropped, but for the 2xx of an INVITE, which its user
   * repeats. To other requests, provisional responses other than 100, and 408, are never sent (RFC 4320).
   *
   * @throws InvalidValueError when the response cannot be written
   */
  respond(response: OutgoingResponse): void;
}
