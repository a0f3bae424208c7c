import { newBranch } from '../base/identifiers.ts';
import { InvalidValueError } from '../base/errors.ts';
import { LazyMap } from '../base/lazy-map.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import { Via } from '../message/via.ts';
import type { Clock, Logger, Random } from '../platform.ts';
import { TransportError } from '../transport/transport-error.ts';
import type { ClientTransaction, ClientTransactionUser } from './client-transaction.ts';
import { DeadlineQueue } from './deadline-queue.ts';
import { type ClientTransactionOwner, type HeaderLine, LiveClientTransaction } from './live-client-transaction.ts';
import { Outbox } from './outbox.ts';
import { ServerTransactions } from './server-transactions.ts';
import type { ServerTransaction } from './server-transaction.ts';
import { type BaseTimers, type TimerTable, timerTable, usualTimers } from './timers.ts';
import type { TransactionContext } from './transaction-context.ts';

/** What a {@link TransactionLayer} sends over. */
export interface TransactionLine {
  /** Hands a message to the transport; throws when that cannot send it. */
  transmit(text: string): void;
  /** Transport and sent-by of our Via, as they are at present. */
  via(): { readonly transport: string; readonly sentBy: string };
}

/** What a {@link TransactionLayer} needs. */
export interface TransactionLayerOptions {
  readonly line: TransactionLine;
  /** Whether the transport loses nothing while it is connected. */
  readonly reliable: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** T1, T2 and T4; those of RFC 3261 by default. */
  readonly timers?: BaseTimers;
}

/** How many transactions there are. */
export interface TransactionCounts {
  /** Requests of ours without a final response, or waiting for late retransmissions. */
  readonly client: number;
  /** Requests to us without a final response, without its ACK, or waiting for late retransmissions. */
  readonly server: number;
  /** Accepted INVITEs, ours and theirs, in their 64*T1 (RFC 6026). */
  readonly lingering: number;
}

/** An ACK to a 2xx that was sent, and may have to be sent again. */
export class SentAck {
  readonly #layer: TransactionLayer;
  readonly #text: string;

  /** @internal */
  constructor(layer: TransactionLayer, text: string) {
    this.#layer = layer;
    this.#text = text;
  }

  /** Sends the same ACK once more, as each repeated 2xx asks for (RFC 3261 section 13.2.2.4). */
  resend(): void {
    this.#layer.transmit(this.#text);
  }
}

/**
 * Sends requests until they are answered, and answers until they are heard (RFC 3261 section 17).
 *
 * @example
 * ```ts
 * const line = { transmit: (text) => transport.send(text), via: () => ({ transport: 'WSS', sentBy: 'a.invalid' }) };
 * const layer = new TransactionLayer({ line, reliable: true, clock, random, logger });
 * layer.onRequest = (request, transaction) => transaction?.respond(responseTo(request, 200));
 * layer.request(options, { onFinal: console.log, onTimeout: retry, onTransportError: retry });
 * ```
 */
export class TransactionLayer implements ClientTransactionOwner, TransactionContext {
  /**
   * Takes each new request; without a transaction, the ACK to a 2xx. Retransmissions, CANCEL, merged requests (482) and
   * other ACKs never come here.
   */
  onRequest: (request: IncomingRequest, transaction: ServerTransaction | undefined) => void = (_, transaction) => {
    if (transaction !== undefined) this.#server?.refuse(transaction, 503);
  };
  /** Takes each 2xx to an INVITE that no transaction waits for any longer. */
  onStrayResponse: ((response: IncomingResponse) => void) | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** @internal */
  readonly timers: TimerTable;
  /** @internal */
  readonly patience: DeadlineQueue;
  /** @internal */
  readonly outbox: Outbox;
  readonly #line: TransactionLine;
  /** Made with the first request that comes in. */
  #server: ServerTransactions | undefined;
  /** By branch; CANCEL has the branch of its INVITE (RFC 3261 section 17.1.3). */
  readonly #clients = new LazyMap<string, LiveClientTransaction>();
  readonly #cancels = new LazyMap<string, LiveClientTransaction>();
  /** The sent-by that was last found to be one. */
  #checkedSentBy = '';
  #closed = false;

  constructor(options: TransactionLayerOptions) {
    const { reliable } = options;
    this.clock = options.clock;
    this.random = options.random;
    this.logger = options.logger;
    this.timers = options.timers === undefined ? usualTimers(reliable) : timerTable(options.timers, reliable);
    this.patience = new DeadlineQueue(this.clock, this.timers.patience);
    this.outbox = new Outbox(this.logger);
    this.#line = options.line;
  }

  /**
   * Sends a request, with our Via on top, and again until it is answered. The request itself is left as it is. Whatever
   * goes wrong after that is told to the user, after this call has returned.
   *
   * @throws InvalidValueError when the request cannot be written
   */
  request(request: OutgoingRequest, user: ClientTransactionUser): ClientTransaction {
    const branch = newBranch(this.random);
    return this.#begin(request, { via: this.#via(branch), branch }, user);
  }

  /**
   * Sends the ACK to a 2xx (RFC 3261 section 13.2.2.4): its own branch, no transaction. When it cannot be sent nobody
   * is told, as the 2xx will come again.
   *
   * @throws InvalidValueError when the request cannot be written
   */
  sendAck(request: OutgoingRequest): SentAck {
    const text = this.write(request);
    this.transmit(text);
    return new SentAck(this, text);
  }

  /** A request as it would be sent, for somebody else to send: there is no transaction behind it. */
  write(request: OutgoingRequest): string {
    return serializeRequest(request, this.#via(newBranch(this.random)));
  }

  /**
   * Cancels an INVITE (RFC 3261 section 9.1): at once when it has a provisional response, with the first one when it
   * has none, not at all when it has a final one. An INVITE without a final response 64*T1 later ends with `onTimeout`.
   *
   * @param headers - further header fields for the CANCEL, such as Reason
   * @throws InvalidValueError when one of them cannot be written
   */
  cancel(invite: ClientTransaction, headers: readonly HeaderLine[] = []): void {
    const transaction = this.#clients.get(invite.branch);
    if (transaction?.method === 'INVITE') transaction.cancelInvite(headers);
  }

  /** Takes a message from the transport. Never throws. */
  receive(message: IncomingRequest | IncomingResponse): void {
    if (this.#closed) return;
    try {
      if (message.kind === 'request') (this.#server ??= new ServerTransactions(this, this)).receive(message);
      else this.#receiveResponse(message);
    } catch (error) {
      this.logger.log('error', 'transaction', `A ${message.kind} could not be handled.`, error);
    }
  }

  /**
   * The connection is gone: every client transaction without a final response tells its user (RFC 3261 section 17.1.4).
   * Server transactions live on (RFC 6026 section 8.8).
   */
  transportFailed(error: TransportError = new TransportError('CLOSED', 'The connection was closed.')): void {
    for (const transaction of [...this.#clients.values(), ...this.#cancels.values()]) transaction.fail(error);
  }

  /** @internal */
  clientTerminated({ method, branch }: LiveClientTransaction): void {
    this.#table(method).delete(branch);
  }

  /** @internal */
  sendCancel(request: OutgoingRequest, via: string, branch: string): void {
    this.#begin(request, { via, branch }, NOBODY);
  }

  /** @internal */
  strayResponse(response: IncomingResponse): void {
    this.onStrayResponse?.(response);
  }

  /** How many transactions there are. */
  counts(): TransactionCounts {
    const clients = [...this.#clients.values()];
    const accepted = clients.filter(({ state }) => state === 'accepted').length;
    return {
      client: clients.length - accepted + this.#cancels.size,
      server: this.#server?.size ?? 0,
      lingering: accepted + (this.#server?.accepted ?? 0),
    };
  }

  /** Ends everything: requests that wait for an answer end with a transport error, and no timer is left. */
  close(): void {
    const error = closed();
    this.#closed = true;
    for (const transaction of [...this.#clients.values(), ...this.#cancels.values()]) transaction.close(error);
    this.#clients.clear();
    this.#cancels.clear();
    this.#server?.clear();
    this.patience.clear();
  }

  /** @internal */
  transmit(text: string): TransportError | undefined {
    if (this.#closed) return closed();
    try {
      this.#line.transmit(text);
      return undefined;
    } catch (cause) {
      if (cause instanceof TransportError) return cause;
      return new TransportError('SEND_FAILED', 'The transport refused the message.', { cause });
    }
  }

  #begin(
    request: OutgoingRequest,
    hop: { readonly via: string; readonly branch: string },
    user: ClientTransactionUser,
  ): LiveClientTransaction {
    const transaction = new LiveClientTransaction(this, this, request, hop, user);
    this.#table(request.method).set(hop.branch, transaction);
    transaction.begin();
    return transaction;
  }

  #table(method: string): LazyMap<string, LiveClientTransaction> {
    return method === 'CANCEL' ? this.#cancels : this.#clients;
  }

  /** RFC 3261 section 17.1.3 and 18.1.2. */
  #receiveResponse(response: IncomingResponse): void {
    const { via, cseq } = response;
    const transaction = via.branch === undefined ? undefined : this.#table(cseq.method).get(via.branch);
    // Section 8.1.3.3: more than one Via means that it was meant for somebody else.
    const ours = via.sentBy === this.#line.via().sentBy.toLowerCase() && response.vias.length === 1;
    const matches = transaction?.method === cseq.method;
    if (ours && matches && transaction.receive(response)) return;
    const stray = transaction === undefined && cseq.method === 'INVITE' && Math.floor(response.statusCode / 100) === 2;
    if (ours && stray) this.onStrayResponse?.(response);
    else this.logger.log('debug', 'transaction', `${response.statusCode} to no request of ours was dropped.`);
  }

  /** Our Via as text (RFC 3261 section 18.1.1; RFC 3581 for UDP). */
  #via(branch: string): string {
    const { transport, sentBy } = this.#line.via();
    const hop = `SIP/2.0/${transport} ${sentBy}`;
    if (hop !== this.#checkedSentBy) {
      if (Via.parse(hop) === undefined) throw new InvalidValueError('Via', `${JSON.stringify(hop)} cannot be one`);
      this.#checkedSentBy = hop;
    }
    return `${hop};branch=${branch}${transport === 'UDP' ? ';rport' : ''}`;
  }
}

function closed(): TransportError {
  return new TransportError('CLOSED', 'The transaction layer was closed.');
}

/** Whoever cancels waits for the INVITE to end, not for the CANCEL. */
const NOBODY: ClientTransactionUser = {
  onFinal: () => undefined,
  onTimeout: () => undefined,
  onTransportError: () => undefined,
};
