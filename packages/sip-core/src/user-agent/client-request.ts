import { AuthAttempt } from '../auth/auth-attempt.ts';
import type { SipError } from '../base/errors.ts';
import type { Dialog } from '../dialog/dialog.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import type { ClientTransaction, ClientTransactionUser } from '../transaction/client-transaction.ts';
import type { TransportError } from '../transport/transport-error.ts';
import { ConnectionError, RequestTimeoutError } from './request-errors.ts';
import type { UserAgentCore } from './user-agent-core.ts';

/** What the sender of a request wants to hear. */
export interface ClientRequestUser {
  onProvisional?(response: IncomingResponse): void;
  /** The final response; for INVITE each 2xx, retransmitted and forked ones too (RFC 6026). */
  onFinal(response: IncomingResponse): void;
  /** There will be no response: {@link RequestTimeoutError} or {@link ConnectionError}. */
  onFailure(error: SipError): void;
}

/**
 * A request from us and all it takes to get it answered: its transactions, one after the other when the server asks
 * for credentials (RFC 3261 section 8.1 and 22).
 */
export class ClientRequest implements ClientTransactionUser {
  readonly #core: UserAgentCore;
  #user: ClientRequestUser;
  readonly #dialog: Dialog | undefined;
  /** Which challenges this request has answered, so that no server keeps it going for ever. */
  #attempt: AuthAttempt | undefined;
  #request: OutgoingRequest;
  #transaction: ClientTransaction | undefined;
  #canceled = false;

  constructor(core: UserAgentCore, request: OutgoingRequest, user: ClientRequestUser, dialog?: Dialog) {
    this.#core = core;
    this.#user = user;
    this.#dialog = dialog;
    this.#request = request;
    this.#send();
  }

  /** The request as last sent; a challenge gives it a new CSeq and credentials. */
  get request(): OutgoingRequest {
    return this.#request;
  }

  /**
   * Gives an INVITE up (RFC 3261 section 9.1). Between a challenge and its answer nothing is outstanding, so nothing is
   * sent: the challenge then counts as the final response.
   */
  cancel(headers: readonly (readonly [string, string])[] = []): void {
    if (this.#canceled) return;
    this.#canceled = true;
    if (this.#transaction === undefined) return;
    // RFC 7989 section 6: the very value of the request that is given up.
    const sessionId = this.#request.headers.get('Session-ID');
    const own = sessionId === undefined ? [] : [['Session-ID', sessionId] as const];
    this.#core.transactions.cancel(this.#transaction, [...own, ...headers]);
  }

  /** Tells that nobody wants to hear more of it; what it pins in memory is let go. */
  release(): void {
    this.#transaction?.release();
  }

  /**
   * Leaves what still comes in to somebody else, and lets go of everything that only a repetition would need: a
   * challenge that comes now is not answered any more.
   */
  handOver(user: ClientRequestUser): void {
    this.#user = user;
    this.#canceled = true;
    const { method, uri, headers } = this.#request;
    this.#request = new OutgoingRequest({ method, uri, headers });
  }

  onProvisional(response: IncomingResponse): void {
    this.#user.onProvisional?.(response);
  }

  onFinal(response: IncomingResponse): void {
    if (response.statusCode === 401 || response.statusCode === 407) void this.#challenged(response);
    else {
      this.#core.answered(response, this.#dialog);
      this.#user.onFinal(response);
    }
  }

  onTimeout(): void {
    this.#user.onFailure(new RequestTimeoutError(this.#request.method));
  }

  onTransportError(cause: TransportError): void {
    this.#user.onFailure(new ConnectionError(this.#request.method, cause));
  }

  #send(): void {
    this.#transaction = this.#core.transactions.request(this.#request, this);
  }

  async #challenged(response: IncomingResponse): Promise<void> {
    this.#transaction = undefined;
    const retry = await this.#core.answerChallenge(
      this.#request,
      response,
      (this.#attempt ??= new AuthAttempt()),
      this.#dialog,
    );
    if (retry === undefined || this.#canceled) {
      this.#user.onFinal(response);
      return;
    }
    this.#request = retry;
    this.#send();
  }
}
