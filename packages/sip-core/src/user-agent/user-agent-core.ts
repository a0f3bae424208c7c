import type { AuthAttempt } from '../auth/auth-attempt.ts';
import { Authenticator, type CredentialsProvider } from '../auth/authenticator.ts';
import type { Observer } from '../base/emitter.ts';
import { newCallId, newTag } from '../base/identifiers.ts';
import { DialogTable } from '../dialog/dialog-table.ts';
import type { Dialog } from '../dialog/dialog.ts';
import { routeTo } from '../dialog/route-set.ts';
import type { IncomingRequest, IncomingResponse } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import { OutgoingRequest } from '../message/outgoing-message.ts';
import { serializeResponse } from '../message/serialize.ts';
import { responseToFailure } from '../message/response-to.ts';
import { parseMessage } from '../message/parse-message.ts';
import type { Uri } from '../message/uri.ts';
import type { Platform } from '../platform.ts';
import { type SentAck, TransactionLayer, type TransactionLine } from '../transaction/transaction-layer.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { Transport, TransportEvents } from '../transport/transport.ts';
import { type ClientRequestUser, ClientRequest } from './client-request.ts';
import { dispatch } from './dispatch.ts';
import type { Identity } from './identity.ts';
import { MessageTrace } from './message-trace.ts';
import type { MethodTable } from './method-user.ts';
import { RealmPolicy } from './realm-policy.ts';
import { SessionIds } from './session-ids.ts';
import type { ServerRequest } from './server-request.ts';

/** What shares a dialog: a session, a subscription (RFC 5057). */
export interface DialogUsage {
  /** A request within the dialog, in order and of a known method. It must be answered. */
  receive(request: ServerRequest, dialog: Dialog): void;
  /** The ACK to a 2xx of ours. */
  receiveAck(request: IncomingRequest): void;
}

/** What a user agent core is made from. */
export interface UserAgentCoreOptions {
  readonly platform: Platform;
  readonly transport: Transport;
  readonly identity: Identity;
  readonly credentials: CredentialsProvider;
  /** Realms that get our credentials; without it, those of the servers that challenge us first. */
  readonly realms?: readonly string[] | undefined;
  /** Value of the User-Agent header field. */
  readonly userAgentHeader: string;
  /** Routes for requests outside a dialog (RFC 3261 section 8.1.2). */
  readonly preloadedRoutes?: readonly NameAddr[] | undefined;
  /** Written into Via instead of the real transport, for servers that do not know WS. */
  readonly viaTransport?: string | undefined;
  /** Log every message at level `info`; default false. */
  readonly traceSip?: boolean | undefined;
}

/** The parts of a new request outside a dialog that are not ours by default. */
export interface NewRequestOptions {
  readonly from?: NameAddr;
  readonly to?: NameAddr;
  readonly callId?: string;
  readonly sequence?: number;
}

const NONE: readonly never[] = [];
const DIALOG_METHODS: readonly string[] = ['ACK', 'BYE', 'CANCEL'];
const NOBODY: MethodTable = { names: NONE, takes: () => false, get: () => undefined };

/**
 * The ground that registrations, sessions and subscriptions stand on: it builds and sends requests, answers
 * challenges, and hands what arrives to whom it concerns.
 */
export class UserAgentCore implements Observer<TransportEvents>, TransactionLine {
  readonly platform: Platform;
  readonly transport: Transport;
  readonly identity: Identity;
  readonly userAgentHeader: string;
  readonly transactions: TransactionLayer;
  /** Tells each message that is sent and received. */
  readonly trace: MessageTrace;
  readonly dialogs: DialogTable<DialogUsage> = new DialogTable<DialogUsage>();
  /** Who takes requests outside a dialog. */
  methods: MethodTable = NOBODY;
  /** Methods taken within a dialog only. */
  dialogMethods: readonly string[] = DIALOG_METHODS;
  /** Option tags understood: Supported says so, and Require may ask for them (RFC 3261 section 8.2.2.3). */
  optionTags: readonly string[] = NONE;
  /** Routes for requests outside a dialog: those configured, then those of the registrar (RFC 3608). */
  serviceRoutes: readonly NameAddr[] = NONE;
  /** The Session-ID of each call (RFC 7989). */
  readonly sessionIds: SessionIds;
  /** Frames that could be neither read nor answered. */
  droppedFrames = 0;
  readonly #authenticator: Authenticator;
  readonly #realms: RealmPolicy;
  readonly #preloadedRoutes: readonly NameAddr[];
  readonly #viaTransport: string | undefined;

  constructor(options: UserAgentCoreOptions) {
    this.platform = options.platform;
    this.transport = options.transport;
    this.identity = options.identity;
    this.userAgentHeader = options.userAgentHeader;
    this.#preloadedRoutes = options.preloadedRoutes ?? NONE;
    this.#realms = new RealmPolicy(options.realms);
    this.sessionIds = new SessionIds(options.platform.random);
    this.#authenticator = new Authenticator({ credentials: options.credentials, random: options.platform.random });
    this.#viaTransport = options.viaTransport;
    const { logger } = options.platform;
    this.trace = new MessageTrace(options.platform);
    if (options.traceSip === true) {
      this.trace.on(({ direction, text }) => {
        logger.log('info', 'trace', `${direction}\n${text}`);
      });
    }
    this.transactions = new TransactionLayer({
      clock: options.platform.clock,
      random: options.platform.random,
      logger,
      reliable: options.transport.reliable,
      line: this,
    });
    this.transactions.onRequest = (request, transaction) => {
      dispatch(this, request, transaction);
    };
    this.transport.events.watch(this);
  }

  /** @internal */
  onMessage(data: string | Uint8Array): void {
    this.receive(data);
  }

  /** @internal */
  onDisconnected({ error }: { readonly error?: TransportError }): void {
    this.transactions.transportFailed(error);
  }

  /** The Allow header field value: every method that is taken somewhere. */
  get allow(): string {
    const others = this.methods.names.filter((method) => !this.dialogMethods.includes(method));
    return [...this.dialogMethods, ...others].filter((method) => this.takes(method)).join(', ');
  }

  /** Whether a method is taken, within a dialog or outside. */
  takes(method: string): boolean {
    return this.methods.names.includes(method) ? this.methods.takes(method) : this.dialogMethods.includes(method);
  }

  /** The Supported header field value; empty when there is nothing to tell. */
  get supported(): string {
    return this.optionTags.join(', ');
  }

  /** Takes one frame from the transport. What cannot be read is refused where its sender can be told. */
  receive(data: string | Uint8Array): void {
    this.trace.note('received', data, this.transport.server);
    const parsed = parseMessage(data);
    if (parsed.ok) {
      this.transactions.receive(parsed.message);
      return;
    }
    const refusal = responseToFailure(parsed.failure);
    this.platform.logger.log('warn', 'message', `refused a frame: ${parsed.failure.reason}`);
    if (refusal === undefined || this.transport.state !== 'connected') this.droppedFrames += 1;
    else this.transmit(serializeResponse(refusal));
  }

  /** @internal */
  via(): { readonly transport: string; readonly sentBy: string } {
    return { transport: this.#viaTransport ?? this.transport.viaTransport, sentBy: this.identity.viaHost };
  }

  /** @internal */
  transmit(text: string): void {
    this.transport.send(text);
    this.trace.note('sent', text, this.transport.server);
  }

  /** A request outside a dialog with everything RFC 3261 section 8.1.1 asks for but Via. */
  newRequest(method: string, target: Uri, options: NewRequestOptions = {}): OutgoingRequest {
    const routeSet = [...this.#preloadedRoutes, ...(method === 'REGISTER' ? [] : this.serviceRoutes)];
    // Header components of a target never stay in a Request-URI (section 19.1.5).
    const { requestUri, routes } = routeTo(target.withoutHeaders(), routeSet);
    const { random } = this.platform;
    const request = new OutgoingRequest({ method, uri: requestUri });
    for (const route of routes) request.headers.add('Route', route.toString());
    request.headers.set('Max-Forwards', '70');
    request.setAddresses(
      options.from ?? this.identity.from(newTag(random)),
      options.to ?? NameAddr.from({ uri: requestUri.with({ port: undefined, params: {} }) }),
    );
    request.headers.set('Call-ID', options.callId ?? newCallId(random));
    request.headers.set('CSeq', `${options.sequence ?? 1} ${method}`);
    return request;
  }

  /**
   * Sends a request and sees to its answer.
   *
   * @param dialog - the dialog it belongs to, so that a retry with credentials takes the next number there
   */
  send(request: OutgoingRequest, user: ClientRequestUser, dialog?: Dialog): ClientRequest {
    if (!request.headers.has('User-Agent')) request.headers.set('User-Agent', this.userAgentHeader);
    this.#name(request);
    const trusted = dialog === undefined || request.method === 'REGISTER';
    if (trusted) {
      const ahead = this.#authenticator.authorization({
        method: request.method,
        uri: request.uri.toRequestUri(),
        body: request.body?.content ?? '',
      });
      for (const { name, value } of ahead) request.headers.add(name, value);
    }
    return new ClientRequest(this, request, user, dialog);
  }

  /** Sends the ACK to a 2xx, which is no transaction (RFC 3261 section 13.2.2.4). */
  sendAck(ack: OutgoingRequest): SentAck {
    ack.headers.set('User-Agent', this.userAgentHeader);
    this.#name(ack);
    return this.transactions.sendAck(ack);
  }

  /** A request as text, for somebody who sends it when we cannot any more. It carries no credentials. */
  write(request: OutgoingRequest): string {
    request.headers.set('User-Agent', this.userAgentHeader);
    this.#name(request);
    return this.transactions.write(request);
  }

  /**
   * The same request with credentials, or nothing when the challenge is one we do not answer (RFC 3261 section 22).
   */
  async answerChallenge(
    request: OutgoingRequest,
    response: IncomingResponse,
    attempt: AuthAttempt,
    dialog: Dialog | undefined,
  ): Promise<OutgoingRequest | undefined> {
    if (!this.#realms.admits(request, response, dialog !== undefined)) return undefined;
    const { method, uri, body } = request;
    const signed = { method, uri: uri.toRequestUri(), body: body?.content ?? '' };
    const answer = await this.#authenticator.answer(response, signed, attempt);
    if (!answer.ok) {
      this.platform.logger.log('warn', 'auth', `challenge not answered: ${answer.reason}`);
      return undefined;
    }
    const retry = request.clone();
    for (const name of ['Via', 'Authorization', 'Proxy-Authorization']) retry.headers.delete(name);
    for (const { name, value } of answer.headers) retry.headers.add(name, value);
    const sequence = dialog === undefined ? request.cseq.seq + 1 : dialog.nextSequence();
    retry.headers.set('CSeq', `${sequence} ${request.method}`);
    return retry;
  }

  /** Writes the Session-ID into a request of a call. */
  #name(request: OutgoingRequest): void {
    if (this.sessionIds.size === 0) return;
    const value = this.sessionIds.value(request.callId, request.fromTag ?? '', request.toTag ?? '');
    if (value !== undefined) request.headers.set('Session-ID', value);
  }

  /** Takes what a server says with its final response: the next nonce, which saves a challenge. */
  answered(response: IncomingResponse, dialog: Dialog | undefined): void {
    if (dialog === undefined) this.#authenticator.learn(response);
  }

  /** Lets go of the transport and ends every transaction. */
  dispose(): void {
    this.transport.events.unwatch(this);
    this.transactions.close();
  }
}
