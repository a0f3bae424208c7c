import type { IncomingResponse } from '../message/incoming-message.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { InviteClientState } from './invite-client-machine.ts';
import type { NonInviteClientState } from './non-invite-client-machine.ts';

/**
 * Who sent a request. Of `onFinal`, `onTimeout` and `onTransportError` exactly one is called, and once; only an INVITE
 * may see several 2xx. None is called before `TransactionLayer.request` has returned.
 */
export interface ClientTransactionUser {
  /** A response from 100 to 199. */
  onProvisional?(response: IncomingResponse): void;
  /** The final response. For INVITE, each 2xx: repeated and forked ones too, for 64*T1 (RFC 6026 section 7.2). */
  onFinal(response: IncomingResponse): void;
  /** No response came: timer B or F, or 64*T1 passed since a CANCEL (RFC 3261 sections 17.1 and 9.1). */
  onTimeout(): void;
  /** The request could not be sent, or the connection is gone (RFC 3261 section 17.1.4). */
  onTransportError(error: TransportError): void;
  /** Nothing more will come. */
  onTerminated?(): void;
}

/** A request on its way (RFC 3261 section 17.1). Made by `TransactionLayer.request`. */
export interface ClientTransaction {
  readonly method: string;
  /** Branch of our Via. */
  readonly branch: string;
  readonly state: InviteClientState | NonInviteClientState;
  /**
   * Tells that its user wants to hear no more. A transaction that only waits for further 2xx ends; otherwise it does
   * its work in silence. A 2xx that still comes is reported as a stray response.
   */
  release(): void;
}
