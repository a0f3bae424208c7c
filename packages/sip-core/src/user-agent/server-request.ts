import type { IncomingRequest } from '../message/incoming-message.ts';
import type { OutgoingResponse } from '../message/outgoing-message.ts';
import { type ResponseOptions, responseTo } from '../message/response-to.ts';
import type { ServerTransaction, ServerTransactionUser } from '../transaction/server-transaction.ts';
import type { SessionIds } from './session-ids.ts';

/** A request that came in, and the one place it is answered from. */
export class ServerRequest {
  readonly message: IncomingRequest;
  /** The To tag of our responses: the one the request has, or a new one. */
  readonly localTag: string;
  readonly #sessionIds: SessionIds | undefined;
  /** Until everything was said. */
  #transaction: ServerTransaction | undefined;
  #finalCode: number | undefined;

  /** @param sessionIds - give our responses their Session-ID, where the request belongs to a call (RFC 7989) */
  constructor(message: IncomingRequest, transaction: ServerTransaction, localTag: string, sessionIds?: SessionIds) {
    this.message = message;
    this.localTag = message.toTag ?? localTag;
    this.#transaction = transaction;
    this.#sessionIds = sessionIds;
  }

  /** Whether a final response was given. */
  get answered(): boolean {
    return this.#finalCode !== undefined;
  }

  /** The status of the final response, once there is one. */
  get finalCode(): number | undefined {
    return this.#finalCode;
  }

  /**
   * Sends a response. After a final one every other is dropped, so that no request gets two.
   *
   * @returns the response as sent; `undefined` when the request had its final one
   * @throws InvalidValueError when it cannot be written; another may be sent then
   */
  reply(statusCode: number, options: ResponseOptions = {}): OutgoingResponse | undefined {
    if (this.answered) return undefined;
    if (statusCode >= 200) this.#finalCode = statusCode;
    try {
      const response = responseTo(this.message, statusCode, { toTag: this.localTag, ...options });
      const { callId, fromTag = '' } = this.message;
      const sessionId = this.#sessionIds?.value(callId, this.localTag, fromTag);
      if (sessionId !== undefined) response.headers.set('Session-ID', sessionId);
      this.#transaction?.respond(response);
      return response;
    } catch (error) {
      // What cannot be written was not sent: there is still an answer to give.
      this.#finalCode = undefined;
      throw error;
    }
  }

  /** Sends a response once more: the 2xx of an INVITE, which no transaction repeats (RFC 3261 section 13.3.1.4). */
  repeat(response: OutgoingResponse): void {
    this.#transaction?.respond(response);
  }

  /** Lets go of the transaction: the far end has what it asked for. */
  release(): void {
    this.#transaction = undefined;
  }

  /** Names who hears of CANCEL, of a missing ACK and of a lost connection. */
  listen(user: ServerTransactionUser): void {
    if (this.#transaction !== undefined) this.#transaction.user = user;
  }
}
