import { newTag } from '../base/identifiers.ts';
import { Machine } from '../base/machine.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { OutgoingResponse } from '../message/outgoing-message.ts';
import { responseTo } from '../message/response-to.ts';
import { serializeResponse } from '../message/serialize.ts';
import type { TransportError } from '../transport/transport-error.ts';
import { inviteServerTable } from './invite-server-machine.ts';
import { nonInviteServerTable } from './non-invite-server-machine.ts';
import { LiveTransaction } from './live-transaction.ts';
import { hasCookie } from './server-keys.ts';
import type { ServerActions, ServerEvent } from './server-machine.ts';
import type { ServerTransaction, ServerTransactionUser } from './server-transaction.ts';
import type { TimerName } from './timers.ts';
import type { TransactionContext } from './transaction-context.ts';

/** What a transaction asks of the layer that made it. */
export interface ServerTransactionOwner {
  /** Takes it out of the table. */
  serverTerminated(transaction: LiveServerTransaction): void;
  /** Takes it out of the table, and remembers for 64*T1 that its request was accepted: timer L is the layer's. */
  serverAccepted(transaction: LiveServerTransaction): void;
}

/** A server transaction at work: one of the two tables, and what the table does. */
export class LiveServerTransaction
  extends LiveTransaction<ServerTransaction['state'], ServerEvent>
  implements ServerTransaction, ServerActions
{
  readonly request: IncomingRequest;
  /** By what retransmissions, CANCEL and ACK find it. */
  readonly key: string;
  /** By what the same request on another path is found out; absent when the request has a To tag. */
  readonly mergeKey: string | undefined;
  user: ServerTransactionUser | undefined;
  protected readonly machine: { readonly state: ServerTransaction['state']; send(event: ServerEvent): boolean };
  readonly #owner: ServerTransactionOwner;
  /** What is sent when the request comes again. */
  #kept: string | undefined;
  /** To of the latest response, for the CANCEL's. */
  #to: string | undefined;
  #localTag: string | undefined;
  #acceptedUntil: number | undefined;

  constructor(
    context: TransactionContext,
    owner: ServerTransactionOwner,
    request: IncomingRequest,
    keys: { readonly key: string; readonly mergeKey: string | undefined },
  ) {
    super(context);
    this.request = request;
    this.key = keys.key;
    this.mergeKey = keys.mergeKey;
    this.#owner = owner;
    this.machine =
      request.method === 'INVITE'
        ? new Machine(inviteServerTable, this, 'proceeding')
        : new Machine(nonInviteServerTable, this, 'trying');
  }

  get isInvite(): boolean {
    return this.request.method === 'INVITE';
  }

  get state(): ServerTransaction['state'] {
    this.#expireWhenDue();
    return this.machine.state;
  }

  get localTag(): string {
    return (this.#localTag ??= this.request.toTag ?? newTag(this.context.random));
  }

  /** The tag its responses have had so far; the one they should have, before the first. */
  get usedTag(): string {
    return (this.#to === undefined ? undefined : NameAddr.parse(this.#to)?.tag) ?? this.localTag;
  }

  /** The request is about to be passed up. */
  begin(): void {
    for (const timer of this.isInvite ? (['trying'] as const) : (['working', 'late'] as const)) this.start(timer);
  }

  respond(response: OutgoingResponse): void {
    const { statusCode } = response;
    const refusal = this.#whyNot(statusCode);
    if (refusal !== undefined) {
      this.context.logger.log('debug', 'transaction', `${statusCode} to ${this.request.method} not sent: ${refusal}.`);
      return;
    }
    const text = serializeResponse(response);
    if (statusCode > 100) this.#to = response.headers.get('To');
    this.feed({ type: statusCode < 200 ? 'provisional' : statusCode < 300 ? 'success' : 'failure', text });
    this.context.outbox.deliverLater();
  }

  /** The request came again. */
  repeated(): void {
    this.feed({ type: 'request' });
    this.context.outbox.deliver();
  }

  /**
   * An ACK came that has its branch.
   *
   * @returns whether it is the one to a response of 300 and above, and done with
   */
  acknowledge(ack: IncomingRequest): boolean {
    // Without the cookie in the branch, the tag tells whose response is acknowledged (RFC 3261 section 17.2.3).
    if (!hasCookie(ack) && ack.toTag !== this.usedTag) return false;
    const taken = this.feed({ type: 'ack' });
    this.context.outbox.deliver();
    return taken;
  }

  /** Ends it without telling anybody. */
  discard(): void {
    this.user = undefined;
    this.timers.stop();
  }

  /** Timer L, which the layer keeps. */
  expire(): void {
    this.feed({ type: 'timerL' });
    this.context.outbox.deliver();
  }

  override start(timer: TimerName): void {
    if (timer === 'L') {
      this.#acceptedUntil = this.context.clock.now() + this.context.timers.patience;
      this.#owner.serverAccepted(this);
    } else {
      super.start(timer);
    }
  }

  retransmit(timer: 'G'): void {
    this.timers.restart(timer);
    this.repeat();
  }

  trying(): void {
    try {
      this.#keepAndSend(serializeResponse(responseTo(this.request, 100)));
    } catch (error) {
      // The request has a field that could be read, but cannot be written.
      this.context.logger.log('warn', 'transaction', `No 100 can be made for ${this.request.method}.`, error);
    }
  }

  send(text: string): void {
    this.#keepAndSend(text);
  }

  forward(text: string): void {
    this.transmit(text);
  }

  repeat(): void {
    if (this.#kept !== undefined) this.transmit(this.#kept);
  }

  acknowledged(): void {
    this.tell(() => this.user?.onAck?.());
  }

  timeout(): void {
    this.tell(() => this.user?.onTimeout?.());
  }

  transportError(error: TransportError): void {
    this.tell(() => this.user?.onTransportError?.(error));
  }

  /** Why a response may not be sent; nothing when it may. */
  #whyNot(statusCode: number): string | undefined {
    const { state } = this;
    if (state === 'terminated') return 'the transaction is over';
    if (this.isInvite) {
      if (state === 'proceeding' || (state === 'accepted' && statusCode >= 200 && statusCode < 300)) return undefined;
      return 'the request was answered';
    }
    if (state === 'completed') return 'the request was answered';
    if (statusCode === 408) return 'its sender has given up by itself (RFC 4320 section 4.2)';
    if (statusCode >= 200) return undefined;
    if (statusCode > 100) return 'only an INVITE gets provisional responses (RFC 4320 section 4.1)';
    return this.context.timers.values.E === undefined ? undefined : 'the client is still fast (RFC 4320 section 4.1)';
  }

  #keepAndSend(text: string): void {
    this.#kept = text;
    this.transmit(text);
  }

  /** An accepted INVITE is on nobody's list; whoever still holds it finds it over in time. */
  #expireWhenDue(): void {
    if (this.#acceptedUntil === undefined || this.context.clock.now() < this.#acceptedUntil) return;
    this.#acceptedUntil = undefined;
    this.feed({ type: 'timerL' });
  }

  protected entered(state: ServerTransaction['state']): void {
    // Absorbed from now on, and not answered any more: a standing call need not hold on to its 180.
    if (state === 'accepted') this.#kept = undefined;
    if (state !== 'terminated') return;
    this.timers.stop();
    this.#kept = undefined;
    this.#owner.serverTerminated(this);
    this.tell(() => this.user?.onTerminated?.());
  }

  protected timerEvent(timer: TimerName): ServerEvent {
    return eventOf(timer);
  }

  protected failureEvent(error: TransportError): ServerEvent {
    return { type: 'transportError', error };
  }
}

function eventOf(timer: TimerName): ServerEvent {
  switch (timer) {
    case 'G':
      return { type: 'timerG' };
    case 'H':
      return { type: 'timerH' };
    case 'I':
      return { type: 'timerI' };
    case 'J':
      return { type: 'timerJ' };
    case 'trying':
      return { type: 'timerTrying' };
    case 'working':
      return { type: 'timerWorking' };
    case 'late':
      return { type: 'timerLate' };
    default:
      return { type: 'timerL' };
  }
}
