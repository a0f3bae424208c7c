import { Machine } from '../base/machine.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeRequest } from '../message/serialize.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { ClientActions, ClientEvent } from './client-machine.ts';
import type { ClientTransaction, ClientTransactionUser } from './client-transaction.ts';
import { ackTo, cancelOf } from './hop-requests.ts';
import { inviteClientTable } from './invite-client-machine.ts';
import { nonInviteClientTable } from './non-invite-client-machine.ts';
import { LiveTransaction } from './live-transaction.ts';
import type { TimerName } from './timers.ts';
import type { TransactionContext } from './transaction-context.ts';

/** What a transaction asks of the layer that made it. */
export interface ClientTransactionOwner {
  /** Takes it out of the table. */
  clientTerminated(transaction: LiveClientTransaction): void;
  /** Sends a CANCEL in a transaction of its own. */
  sendCancel(request: OutgoingRequest, via: string, branch: string): void;
  strayResponse(response: IncomingResponse): void;
}

/** A header field that accompanies a CANCEL, such as Reason. */
export type HeaderLine = readonly [name: string, value: string];

/** A client transaction at work: one of the two tables, and what the table does. */
export class LiveClientTransaction
  extends LiveTransaction<ClientTransaction['state'], ClientEvent>
  implements ClientTransaction, ClientActions
{
  readonly method: string;
  readonly branch: string;
  protected readonly machine: { readonly state: ClientTransaction['state']; send(event: ClientEvent): boolean };
  readonly #owner: ClientTransactionOwner;
  readonly #callId: string;
  readonly #fromTag: string | undefined;
  readonly #sequence: number;
  #user: ClientTransactionUser | undefined;
  /** Dropped with the text once nothing can ask for them any more. */
  #request: OutgoingRequest | undefined;
  #text: string;
  #via: string;
  #ack: string | undefined;
  /** Set by a cancel that waits for the first provisional response, or has been sent. */
  #cancel: { readonly request: OutgoingRequest; sent: boolean } | undefined;
  /** Until then nobody is called back, as whoever sends the request does not know the transaction yet. */
  #begun = false;

  /**
   * @throws InvalidValueError when the request cannot be written
   */
  constructor(
    context: TransactionContext,
    owner: ClientTransactionOwner,
    request: OutgoingRequest,
    hop: { readonly via: string; readonly branch: string },
    user: ClientTransactionUser,
  ) {
    super(context);
    this.method = request.method;
    this.branch = hop.branch;
    this.#owner = owner;
    this.#via = hop.via;
    this.#callId = request.callId;
    this.#fromTag = request.fromTag;
    this.#sequence = request.cseq.seq;
    this.#user = user;
    this.#request = request;
    this.#text = serializeRequest(request, hop.via);
    this.machine =
      request.method === 'INVITE'
        ? new Machine(inviteClientTable, this, 'calling')
        : new Machine(nonInviteClientTable, this, 'trying');
  }

  get state(): ClientTransaction['state'] {
    return this.machine.state;
  }

  /** Sends the request for the first time. */
  begin(): void {
    for (const timer of this.method === 'INVITE' ? (['A', 'B'] as const) : (['E', 'F'] as const)) this.start(timer);
    this.transmit(this.#text);
    this.#begun = true;
    this.context.outbox.deliverLater();
  }

  /**
   * Takes a response that has its branch and method.
   *
   * @returns whether it is to this request and not a stray or forged one with other identifiers (RFC 3261 section
   * 8.2.6.2: they are copied)
   */
  receive(response: IncomingResponse): boolean {
    const { cseq, callId, fromTag, statusCode } = response;
    if (cseq.seq !== this.#sequence || callId !== this.#callId || fromTag !== this.#fromTag) return false;
    this.#run({ type: statusCode < 200 ? 'provisional' : statusCode < 300 ? 'success' : 'failure', response });
    return true;
  }

  /**
   * Gives up an INVITE: at once after a provisional response, upon the first one before (RFC 3261 section 9.1).
   *
   * @throws InvalidValueError when a header field cannot be written
   */
  cancelInvite(headers: readonly HeaderLine[]): void {
    const invite = this.#request;
    if (invite === undefined || this.#cancel !== undefined) return;
    if (this.state !== 'calling' && this.state !== 'proceeding') return;
    const request = cancelOf(invite, headers);
    // Found out now, and not when the provisional response comes.
    serializeRequest(request);
    this.#cancel = { request, sent: false };
    this.#cancelWhenDue();
  }

  release(): void {
    this.#user = undefined;
    this.#run({ type: 'release' });
  }

  /** The connection is gone. */
  fail(error: TransportError): void {
    this.#run({ type: 'transportError', error });
  }

  /** Ends it, in whatever state it is. */
  close(error: TransportError): void {
    this.fail(error);
    if (this.state === 'terminated') return;
    this.timers.stop();
    this.tell(() => this.#user?.onTerminated?.());
    this.context.outbox.deliver();
  }

  retransmit(timer: 'A' | 'E'): void {
    this.timers.restart(timer);
    this.transmit(this.#text);
  }

  retransmitSlowly(): void {
    this.timers.slow();
    this.transmit(this.#text);
  }

  acknowledge(response: IncomingResponse): void {
    try {
      const invite = this.#request;
      if (invite !== undefined) this.#ack ??= serializeRequest(ackTo(invite, response), this.#via);
    } catch (error) {
      // A To header field that was read, but cannot be written.
      this.context.logger.log('warn', 'transaction', 'No ACK can be made for a response.', error);
    }
    if (this.#ack !== undefined) this.transmit(this.#ack);
  }

  provisional(response: IncomingResponse): void {
    this.tell(() => this.#user?.onProvisional?.(response));
    this.#cancelWhenDue();
  }

  final(response: IncomingResponse): void {
    if (this.#user === undefined && this.method === 'INVITE' && response.statusCode < 300) this.stray(response);
    else this.tell(() => this.#user?.onFinal(response));
  }

  stray(response: IncomingResponse): void {
    this.tell(() => this.#owner.strayResponse(response));
  }

  timeout(): void {
    this.tell(() => this.#user?.onTimeout());
  }

  transportError(error: TransportError): void {
    this.tell(() => this.#user?.onTransportError(error));
  }

  #cancelWhenDue(): void {
    const cancel = this.#cancel;
    if (cancel === undefined || cancel.sent || this.state !== 'proceeding') return;
    cancel.sent = true;
    this.start('cancel');
    this.#owner.sendCancel(cancel.request, this.#via, this.branch);
  }

  #run(event: ClientEvent): void {
    this.feed(event);
    if (this.#begun) this.context.outbox.deliver();
  }

  protected entered(state: ClientTransaction['state']): void {
    if (state !== 'terminated' && state !== 'accepted') return;
    // What lingers for 64*T1 must not hold on to the request.
    this.#request = undefined;
    this.#cancel = undefined;
    this.#text = '';
    this.#via = '';
    this.#ack = undefined;
    if (state === 'accepted') return;
    this.timers.stop();
    this.#owner.clientTerminated(this);
    this.tell(() => this.#user?.onTerminated?.());
  }

  protected timerEvent(timer: TimerName): ClientEvent {
    return eventOf(timer);
  }

  protected failureEvent(error: TransportError): ClientEvent {
    return { type: 'transportError', error };
  }
}

function eventOf(timer: TimerName): ClientEvent {
  switch (timer) {
    case 'A':
      return { type: 'timerA' };
    case 'B':
      return { type: 'timerB' };
    case 'D':
      return { type: 'timerD' };
    case 'E':
      return { type: 'timerE' };
    case 'F':
      return { type: 'timerF' };
    case 'K':
      return { type: 'timerK' };
    case 'M':
      return { type: 'timerM' };
    default:
      return { type: 'timerCancel' };
  }
}
