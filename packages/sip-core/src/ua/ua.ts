import { CommandQueue } from '../base/command-queue.ts';
import { Emitter, type Listener } from '../base/emitter.ts';
import { errorInfo } from '../base/errors.ts';
import { SnapshotStore } from '../base/snapshot.ts';
import type { SessionDescriptionHandlerModifier } from '../media/session-description-handler.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import { NameAddr } from '../message/name-addr.ts';
import type { Uri } from '../message/uri.ts';
import type { InboundMessage } from '../messaging/inbound-message.ts';
import { causeWord, type Message } from '../messaging/message.ts';
import type { MessageOptions } from '../messaging/messaging.ts';
import { Registerer, type RegisterOptions, type UnregisterOptions } from '../registration/registerer.ts';
import { causeOfRequestError } from '../session/cause-of.ts';
import type { Invitation } from '../session/invitation.ts';
import { Inviter, type InviterOptions } from '../session/inviter.ts';
import { party } from '../session/party.ts';
import type { Session } from '../session/session.ts';
import type { Referral } from '../transfer/referral.ts';
import type { Notifier } from '../subscription/notifier.ts';
import { Publisher, type PublisherOptions } from '../subscription/publisher.ts';
import { Subscriber } from '../subscription/subscriber.ts';
import type { SubscriberOptions } from '../subscription/subscriber-options.ts';
import type { UnsolicitedNotify } from '../subscription/subscriptions.ts';
import { ConnectionRecovery } from '../transport/connection-recovery.ts';
import type { Transport } from '../transport/transport.ts';
import { ClientContext } from '../user-agent/client-context.ts';
import { plainRequest, type PlainRequestOptions } from '../user-agent/plain-request.ts';
import { ResponseError } from '../user-agent/request-errors.ts';
import { type Configuration, readConfiguration, type UAConfiguration } from './configuration.ts';
import type { UASnapshot, UAStatus } from './ua-snapshot.ts';
import { SessionRecovery } from './recovery.ts';
import { userAgentOptions } from './user-agent-options.ts';
import { UserAgent } from './user-agent.ts';

/** Events of a UA, with the arguments of their listeners (document 000). */
export interface UAEvents {
  /** A server is tried; `attempts` counts from 1 since the link was last up. */
  readonly connecting: readonly [args: { readonly attempts: number }];
  readonly connected: readonly [];
  /** The connection is lost, or could not be made. */
  readonly disconnected: readonly [];
  readonly registered: readonly [response: IncomingResponse];
  /** The binding is gone: removed (`cause` is null), or lost with the connection. */
  readonly unregistered: readonly [response: IncomingResponse | undefined, cause: string | null];
  readonly registrationFailed: readonly [response: IncomingResponse | undefined, cause: string];
  /** A call comes in. */
  readonly invite: readonly [session: Invitation];
  /** The INVITE of a call we place is on its way. */
  readonly inviteSent: readonly [session: Inviter];
  /** A text came in. It is accepted unless a listener answers it; without any listener it is refused with 405. */
  readonly message: readonly [message: InboundMessage];
  /** A NOTIFY came that belongs to no subscription. It is refused with 481 unless a listener accepts it at once. */
  readonly notify: readonly [notify: UnsolicitedNotify];
  /**
   * Somebody wants to follow a state of ours. It is refused with 489 unless a listener answers it at once; without any
   * listener with 405.
   */
  readonly subscribe: readonly [notifier: Notifier];
  /**
   * A stranger asks us to call somebody, outside of any call (RFC 3515). Nobody has checked who it is: do so before
   * you `accept()`. Without a listener it is refused.
   */
  readonly outOfDialogReferRequested: readonly [context: Referral];
}

/** Options of `subscribe()`. */
export interface SubscribeOptions extends SubscriberOptions {
  /** Whether `expires` may be less than 3600 seconds, which otherwise is the least (document 000); default false. */
  readonly allowShortExpires?: boolean | undefined;
}

/** Seconds: the default of `subscribe()`, and the least unless `allowShortExpires` is set. */
const SHORTEST_SUBSCRIPTION = 3600;

/** Seconds that `stop()` takes at the most for each of its steps. */
const STOP_DEADLINE = 4;

/**
 * A phone: one account, its connection, its registration and its calls (documents 000 and 003). It connects again by
 * itself after a loss, and registers again when it has.
 *
 * @example
 * ```ts
 * const ua = new UA({ uri: 'alice@example.com', password: 'secret', wsServers: 'wss://sip.example.com' });
 * ua.on('invite', (session) => void session.accept());
 * await ua.start();
 * const session = ua.invite('bob');
 * ```
 */
export class UA {
  readonly configuration: Configuration;
  /** The building blocks it is made of. */
  readonly userAgent: UserAgent;
  readonly registerer: Registerer;
  readonly #recovery: ConnectionRecovery;
  readonly #sessionRecovery: SessionRecovery | undefined;
  readonly #events: Emitter<UAEvents>;
  readonly #snapshots: SnapshotStore<UASnapshot>;
  readonly #commands = new CommandQueue<'start' | 'stop', void>();
  /** Ended sessions that the snapshot still shows once. */
  readonly #leaving = new Map<string, Session>();
  #status: UAStatus = 'idle';
  /** Whether we are to be registered whenever connected. */
  #wantsRegistration: boolean;

  /**
   * Opens nothing and sends nothing yet.
   *
   * @param configuration - all of it, our address alone, or nothing for an anonymous phone
   * @throws ConfigurationError naming the parameter that cannot be used, and its value unless that is a secret
   */
  constructor(configuration: string | UAConfiguration = {}) {
    const parts = readConfiguration(typeof configuration === 'string' ? { uri: configuration } : configuration);
    this.configuration = parts.configuration;
    this.userAgent = new UserAgent(userAgentOptions(parts));
    const { platform, transport } = this.userAgent;
    const report = (error: unknown): void => {
      platform.logger.log('error', 'ua', 'a listener threw', error);
    };
    for (const key of parts.unknown) platform.logger.log('warn', 'ua', `"${key}" is no configuration parameter`);
    this.#wantsRegistration = parts.configuration.register;
    this.registerer = new Registerer(this.userAgent, {
      expires: parts.configuration.registerExpires,
      ...(parts.configuration.registrarServer === undefined ? {} : { registrar: parts.configuration.registrarServer }),
    });
    this.#recovery = new ConnectionRecovery({
      transport,
      platform,
      minInterval: parts.configuration.connectionRecoveryMinInterval,
      maxInterval: parts.configuration.connectionRecoveryMaxInterval,
      hurry: () => this.sessions.size > 0,
    });
    this.#sessionRecovery = parts.configuration.sessionRecovery
      ? new SessionRecovery({
          userAgent: this.userAgent,
          registerer: this.registerer,
          registers: () => this.#wantsRegistration,
        })
      : undefined;
    this.#events = new Emitter<UAEvents>(report);
    this.#snapshots = new SnapshotStore<UASnapshot>(
      {
        status: 'idle',
        account: party(
          NameAddr.from({ displayName: parts.configuration.displayName, uri: this.userAgent.core.identity.uri }),
        ),
        server: transport.server ?? null,
        attempts: 0,
        retryAt: null,
        error: null,
        registration: this.registerer.getSnapshot(),
        sessions: [],
      },
      report,
    );
    this.#watchConnection(transport);
    this.#watchRegistration();
    this.#watchSessions();
    this.userAgent.messaging.receivers.add({
      listening: () => this.#events.count('message') > 0,
      receive: (message) => {
        this.#events.emit('message', message);
      },
    });
    this.userAgent.subscriptions.receivers.add({
      notify: (notify) => {
        this.#events.emit('notify', notify);
      },
      decides: () => this.#events.count('subscribe') > 0,
      subscribe: (notifier) => {
        this.#events.emit('subscribe', notifier);
      },
    });
  }

  get transport(): Transport {
    return this.userAgent.transport;
  }

  /** Calls that have begun and not ended, by id, oldest first. */
  get sessions(): ReadonlyMap<string, Session> {
    return this.userAgent.sessions;
  }

  /** The phone at this moment: frozen, and the same object until something in it changes. */
  getSnapshot(): UASnapshot {
    return this.#snapshots.get();
  }

  /**
   * Follows somebody's state (RFC 6665). Returns at once; the subscription refreshes itself until `unsubscribe()`.
   *
   * @param target - a name or number at our domain, `user@host`, a SIP or tel URI
   * @param event - the event package, such as `presence`, `dialog`, `message-summary`, `conference`
   * @throws InvalidValueError when the target cannot be an address, or a value cannot be sent
   *
   * @example
   * ```ts
   * const subscription = ua.subscribe('bob@example.com', 'presence');
   * subscription.on('notify', (request) => show(readPidf(request.body)));
   * ```
   */
  subscribe(target: string | Uri, event: string, options?: SubscribeOptions): Subscriber;
  /** Calls `listener` after each change of the snapshot; returns a function that ends that. */
  subscribe(listener: () => void): () => void;
  subscribe(
    first: string | Uri | (() => void),
    event: string = '',
    options: SubscribeOptions = {},
  ): Subscriber | (() => void) {
    if (typeof first === 'function') return this.#snapshots.subscribe(first);
    const { allowShortExpires = false, expires = SHORTEST_SUBSCRIPTION, ...rest } = options;
    const subscriber = new Subscriber(this.userAgent, first, event, {
      ...rest,
      ua: this,
      expires: allowShortExpires ? expires : Math.max(expires, SHORTEST_SUBSCRIPTION),
    });
    void subscriber.subscribe();
    return subscriber;
  }

  /** Adds a listener; returns a function that removes it. */
  on<Name extends keyof UAEvents>(name: Name, listener: Listener<UAEvents[Name]>): () => void {
    return this.#events.on(name, listener);
  }

  /** Adds a listener for the next event only. */
  once<Name extends keyof UAEvents>(name: Name, listener: Listener<UAEvents[Name]>): () => void {
    return this.#events.once(name, listener);
  }

  /** Removes a listener. */
  off<Name extends keyof UAEvents>(name: Name, listener: Listener<UAEvents[Name]>): void {
    this.#events.off(name, listener);
  }

  /**
   * Connects, and registers when `register` is set or we were registered when last stopped. Resolves when connected.
   * When the first attempt fails the promise rejects, and further ones follow by themselves until `stop()`.
   */
  start(): Promise<void> {
    return this.#commands.run('start', () => this.#start());
  }

  /**
   * Remembers whether we are registered, unregisters, ends every call as its state needs, and disconnects. Takes a few
   * seconds at the most, whatever the server does.
   */
  stop(): Promise<void> {
    // A connection that is only being made is not waited for.
    if (this.#commands.last === 'start' && this.#status === 'connecting') void this.#recovery.disconnect();
    return this.#commands.run('stop', () => this.#stop());
  }

  /** Registers, now and after each loss of the connection. Resolves with the registrar's 200. */
  register(options: RegisterOptions = {}): Promise<IncomingResponse> {
    this.#wantsRegistration = true;
    return this.registerer.register(options);
  }

  /** Removes our binding, or with `all` every binding of our address. Resolves with the registrar's 200. */
  unregister(options: UnregisterOptions = {}): Promise<IncomingResponse> {
    this.#wantsRegistration = false;
    return this.registerer.unregister(options);
  }

  isRegistered(): boolean {
    return this.registerer.state === 'Registered';
  }

  isConnected(): boolean {
    return this.userAgent.isConnected();
  }

  /**
   * Calls somebody. Returns the session at once; what comes of it, its events and snapshot tell.
   *
   * @param target - a name or number at our domain, `user@host`, a SIP or tel URI
   * @throws InvalidValueError when the target cannot be an address, or a header line cannot be sent
   */
  invite(
    target: string | Uri,
    options: InviterOptions = {},
    modifiers?: readonly SessionDescriptionHandlerModifier[],
  ): Inviter {
    const inviter = new Inviter(
      this.userAgent,
      this.userAgent.target(target),
      modifiers === undefined ? options : { ...options, sessionDescriptionHandlerModifiers: modifiers },
    );
    void inviter.invite().then(
      () => {
        this.#events.emit('inviteSent', inviter);
      },
      // The session has ended and says why.
      () => undefined,
    );
    return inviter;
  }

  /**
   * Sends a text (RFC 3428). Returns at once; the message can be awaited. Messages to one address go one after the
   * other.
   *
   * @param target - a name or number at our domain, `user@host`, a SIP or tel URI
   * @throws InvalidValueError when the target cannot be an address, or a value cannot be sent
   *
   * @example
   * ```ts
   * await ua.message('bob@example.com', 'Hello, Bob!');
   * ```
   */
  message(target: string | Uri, body: string, options: MessageOptions = {}): Message<UA> {
    return this.userAgent.messaging.send<UA>(this, this.userAgent.target(target), body, options);
  }

  /**
   * Publishes a state of ours to a server that tells others (RFC 3903), and keeps it alive until `unpublish()`. Returns
   * at once.
   *
   * @param target - whose state it is; usually our own address
   * @param event - the event package, such as `presence`
   * @throws InvalidValueError when the target cannot be an address, or a value cannot be sent
   *
   * @example
   * ```ts
   * const publisher = ua.publish('alice', 'presence', writePidf(away), { contentType: PIDF });
   * ```
   */
  publish(target: string | Uri, event: string, body: string, options: PublisherOptions = {}): Publisher {
    const publisher = new Publisher(this.userAgent, target, event, options);
    void publisher.publish(body);
    return publisher;
  }

  /**
   * Sends any request outside a dialog (document 004). Returns at once; the context can be awaited. An INVITE sent so
   * has no session behind it: whoever takes it is hung up on at once.
   *
   * @param method - such as `OPTIONS`; not `ACK` or `CANCEL`, which belong to an INVITE
   * @throws InvalidValueError when the target cannot be an address, or a value cannot be sent
   */
  request(method: string, target: string | Uri, options: PlainRequestOptions = {}): ClientContext<UA> {
    const { core } = this.userAgent;
    const request = plainRequest(core, method, this.userAgent.target(target), options);
    return new ClientContext<UA>({ core, ua: this, request, causeOf: causeWord });
  }

  /**
   * Asks what somebody, or a server, can do (RFC 3261 section 11).
   *
   * @example
   * ```ts
   * const { allow } = await ua.options('bob');
   * ```
   */
  options(target: string | Uri, options: PlainRequestOptions = {}): ClientContext<UA> {
    return this.request('OPTIONS', target, options);
  }

  /** Stops and lets go of everything; the UA cannot be started again. */
  async dispose(): Promise<void> {
    await this.stop();
    this.#recovery.dispose();
    this.#sessionRecovery?.dispose();
    await this.registerer.dispose();
    this.userAgent.dispose();
  }

  async #start(): Promise<void> {
    if (this.isConnected()) return;
    this.#setStatus('connecting');
    await this.#recovery.connect();
  }

  async #stop(): Promise<void> {
    if (this.#status === 'idle' || this.#status === 'stopped') return;
    this.#setStatus('stopping');
    const registered = this.#wantsRegistration;
    await Promise.all([
      this.#withDeadline(this.#unbind()),
      this.#withDeadline(this.userAgent.subscriptions.end()),
      this.userAgent.endSessions(STOP_DEADLINE),
    ]);
    this.userAgent.subscriptions.dispose();
    this.#wantsRegistration = registered;
    await this.#recovery.disconnect();
    this.#setStatus('stopped');
  }

  async #unbind(): Promise<void> {
    if (!this.isConnected() || this.registerer.getSnapshot().status === 'unregistered') return;
    await this.registerer.unregister().catch(() => undefined);
  }

  #withDeadline(work: Promise<void>): Promise<void> {
    const { clock } = this.userAgent.platform;
    return new Promise((resolve) => {
      const timer = clock.setTimeout(resolve, STOP_DEADLINE * 1000);
      void work.then(() => {
        clock.clearTimeout(timer);
        resolve();
      });
    });
  }

  #watchConnection(transport: Transport): void {
    transport.events.on('connecting', ({ attempts, server }) => {
      this.#snapshots.update({ attempts, server, retryAt: null });
      this.#events.emit('connecting', { attempts });
    });
    transport.events.on('connected', ({ server }) => {
      this.#snapshots.update({ status: 'connected', attempts: 0, server, error: null, retryAt: null });
      this.#status = 'connected';
      this.#events.emit('connected');
      if (this.#wantsRegistration) void this.registerer.register();
    });
    transport.events.on('disconnected', ({ error }) => {
      if (this.#status !== 'stopping' && this.#status !== 'stopped') this.#setStatus('reconnecting');
      this.#snapshots.update({ error: error === undefined ? null : errorInfo(error) });
      this.#events.emit('disconnected');
    });
    this.#recovery.events.on('retryAt', (at) => {
      this.#snapshots.update({ retryAt: at ?? null });
    });
  }

  #watchRegistration(): void {
    const { events } = this.registerer;
    this.registerer.subscribe(() => {
      this.#snapshots.update({ registration: this.registerer.getSnapshot() });
    });
    events.on('registered', (response) => {
      this.#events.emit('registered', response);
    });
    events.on('unregistered', (response) => {
      this.#events.emit('unregistered', response, response === undefined ? causeOfRequestError(undefined) : null);
    });
    events.on('registrationFailed', (error) => {
      const response = error instanceof ResponseError ? error.response : undefined;
      this.#events.emit('registrationFailed', response, causeOfRequestError(error));
    });
  }

  #watchSessions(): void {
    this.userAgent.events.on('session', (session) => {
      session.context.atEnd(() => this.#leaving.set(session.id, session));
      session.subscribe(() => {
        this.#showSessions();
      });
      this.#showSessions();
    });
    this.userAgent.events.on('invite', (invitation) => {
      this.#events.emit('invite', invitation);
    });
    this.userAgent.refers.add({
      listening: () => this.#events.count('outOfDialogReferRequested') > 0,
      receive: (referral) => {
        this.#events.emit('outOfDialogReferRequested', referral);
      },
    });
  }

  #showSessions(): void {
    const sessions = [...this.#leaving.values(), ...this.sessions.values()].map((session) => session.getSnapshot());
    for (const [id, session] of this.#leaving) if (session.getSnapshot().phase === 'ended') this.#leaving.delete(id);
    this.#snapshots.update({ sessions: sessions.sort((a, b) => a.createdAt - b.createdAt) });
  }

  #setStatus(status: UAStatus): void {
    this.#status = status;
    this.#snapshots.update({ status });
  }
}
