import { LazyMap } from '../base/lazy-map.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { responseTo } from '../message/response-to.ts';
import { AcceptedInvites, type AcceptedInvitesOwner } from './accepted-invites.ts';
import { LiveServerTransaction, type ServerTransactionOwner } from './live-server-transaction.ts';
import { hasCookie, mergeKey, serverKey } from './server-keys.ts';
import type { ServerTransaction } from './server-transaction.ts';
import type { TransactionContext } from './transaction-context.ts';

/** Takes a new request, or the ACK to a 2xx. */
export type RequestHandler = (request: IncomingRequest, transaction: ServerTransaction | undefined) => void;

/** Whom new requests are handed to. */
export interface RequestTaker {
  readonly onRequest: RequestHandler;
}

/** The server half of the layer: finds whose request it is (RFC 3261 section 17.2.3), 9.2 and 8.2.2.2. */
export class ServerTransactions implements ServerTransactionOwner, AcceptedInvitesOwner {
  readonly #context: TransactionContext;
  readonly #taker: RequestTaker;
  readonly #live = new LazyMap<string, LiveServerTransaction>();
  readonly #accepted: AcceptedInvites;
  /** The transaction of each request without a To tag, by what it has in common on all paths. */
  readonly #merged = new LazyMap<string, string>();

  constructor(context: TransactionContext, taker: RequestTaker) {
    this.#context = context;
    this.#taker = taker;
    this.#accepted = new AcceptedInvites(context.patience, this);
  }

  get size(): number {
    return this.#live.size;
  }

  get accepted(): number {
    return this.#accepted.size;
  }

  receive(request: IncomingRequest): void {
    if (request.method === 'ACK') {
      this.#acknowledge(request);
      return;
    }
    const key = serverKey(request);
    const known = this.#live.get(key);
    if (known !== undefined) known.repeated();
    else if (this.#accepted.has(key)) return;
    else if (request.method === 'CANCEL') this.#cancel(request, key);
    else this.#take(request, key);
  }

  /** Answers in the layer's own name; does nothing when the request was answered. */
  refuse(transaction: ServerTransaction, statusCode: number, toTag: string = transaction.localTag): void {
    try {
      transaction.respond(responseTo(transaction.request, statusCode, { toTag }));
    } catch (error) {
      this.#context.logger.log('warn', 'transaction', `No ${statusCode} can be made for a request.`, error);
    }
  }

  /** Forgets everything and tells nobody. */
  clear(): void {
    for (const transaction of this.#live.values()) transaction.discard();
    this.#live.clear();
    this.#accepted.clear();
    this.#merged.clear();
  }

  serverTerminated(transaction: LiveServerTransaction): void {
    const { key, mergeKey: merged } = transaction;
    // An accepted one left the table long ago, and its key may be another's by now.
    if (this.#live.get(key) === transaction) this.#live.delete(key);
    if (!this.#accepted.has(key)) this.#unmerge(merged, key);
  }

  serverAccepted(transaction: LiveServerTransaction): void {
    const { key, mergeKey: merged } = transaction;
    this.#live.delete(key);
    // Holding on to the transaction means holding on to its request: only for those who ask for it.
    const told = transaction.user?.onTerminated === undefined ? undefined : transaction;
    this.#accepted.add(key, merged, told);
  }

  acceptedExpired(key: string, mergeKey: string | undefined, transaction: LiveServerTransaction | undefined): void {
    this.#unmerge(mergeKey, key);
    transaction?.expire();
  }

  #take(request: IncomingRequest, key: string): void {
    const merged = mergeKey(request);
    const isMerged = merged !== undefined && this.#merged.has(merged);
    const transaction = this.#begin(request, key, isMerged ? undefined : merged);
    if (isMerged) {
      // Section 8.2.2.2: the same request came on another path.
      this.refuse(transaction, 482);
      return;
    }
    try {
      this.#taker.onRequest(request, transaction);
    } catch (error) {
      this.#context.logger.log('error', 'transaction', `Nobody could handle ${request.method}.`, error);
      this.refuse(transaction, 500);
    }
  }

  #begin(request: IncomingRequest, key: string, merged: string | undefined): LiveServerTransaction {
    const transaction = new LiveServerTransaction(this.#context, this, request, { key, mergeKey: merged });
    this.#live.set(key, transaction);
    if (merged !== undefined) this.#merged.set(merged, key);
    transaction.begin();
    return transaction;
  }

  #acknowledge(ack: IncomingRequest): void {
    const invite = this.#live.get(serverKey(ack, 'INVITE'));
    if (invite?.acknowledge(ack) === true) return;
    // RFC 6026 section 7.1: the ACK to a 2xx is its user's; with a cookie it has a branch of its own.
    if (invite === undefined || !hasCookie(ack)) this.#taker.onRequest(ack, undefined);
  }

  /** Section 9.2. */
  #cancel(cancel: IncomingRequest, key: string): void {
    const inviteKey = serverKey(cancel, 'INVITE');
    const invite = this.#live.get(inviteKey);
    const transaction = this.#begin(cancel, key, undefined);
    if (invite === undefined) {
      this.refuse(transaction, this.#accepted.has(inviteKey) ? 200 : 481);
      return;
    }
    // The same tag as in the responses to the INVITE.
    this.refuse(transaction, 200, invite.usedTag);
    if (invite.state !== 'proceeding') return;
    try {
      if (invite.user?.onCancel !== undefined) {
        invite.user.onCancel(cancel);
        return;
      }
    } catch (error) {
      this.#context.logger.log('error', 'transaction', 'Nobody could handle a CANCEL.', error);
    }
    this.refuse(invite, 487, invite.usedTag);
  }

  #unmerge(merged: string | undefined, key: string): void {
    if (merged !== undefined && this.#merged.get(merged) === key) this.#merged.delete(merged);
  }
}
