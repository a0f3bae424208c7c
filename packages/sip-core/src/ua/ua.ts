import { CommandQueue } from '../base/command-queue.ts';
import type { Listener, Observer } from '../base/emitter.ts';
import type { SessionDescriptionHandlerModifier } from '../media/session-description-handler.ts';
import type { IncomingResponse } from '../message/incoming-message.ts';
import type { Uri } from '../message/uri.ts';
import { causeWord, type Message } from '../messaging/message.ts';
import type { MessageOptions } from '../messaging/messaging.ts';
import {
  Registerer,
  type RegistererEvents,
  type RegisterOptions,
  type UnregisterOptions,
} from '../registration/registerer.ts';
import { Inviter, type InviterOptions } from '../session/inviter.ts';
import type { Session } from '../session/session.ts';
import { Publisher, type PublisherOptions } from '../subscription/publisher.ts';
import { Subscriber } from '../subscription/subscriber.ts';
import type { SubscriberOptions } from '../subscription/subscriber-options.ts';
import { ConnectionRecovery, type ConnectionRecoveryEvents } from '../transport/connection-recovery.ts';
import type { Transport, TransportEvents } from '../transport/transport.ts';
import { ClientContext } from '../user-agent/client-context.ts';
import { plainRequest, type PlainRequestOptions } from '../user-agent/plain-request.ts';
import { type Configuration, readConfiguration, type UAConfiguration } from './configuration.ts';
import { CallContinuity, type ResumableCall } from './call-continuity.ts';
import { endNewSessions, withDeadline } from './end-sessions.ts';
import { watchFarEnd } from './far-end-watch.ts';
import type { Phone } from './phone.ts';
import type { UAEvents } from './ua-events.ts';
import type { UASnapshot } from './ua-snapshot.ts';
import { UAState } from './ua-state.ts';
import { SessionRecovery } from './recovery.ts';
import { userAgentOptions } from './from-configuration.ts';
import { UserAgent, type UserAgentEvents } from './user-agent.ts';

/** Options of `subscribe()`. */
export interface SubscribeOptions extends SubscriberOptions {
  /** Whether `expires` may be less than 3600 seconds, which otherwise is the least (document 000); default false. */
  readonly allowShortExpires?: boolean | undefined;
}

/** Seconds: the default of `subscribe()`, and the least unless `allowShortExpires` is set. */
const SHORTEST_SUBSCRIPTION = 3600;

/** Seconds that `stop()` takes at the most for each of its steps. */
const STOP_DEADLINE = 4;

/** How a registrar answers whom it does not know. */
const STRANGER: readonly number[] = [401, 403, 404, 407];

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
export class UA
  implements
    Phone,
    Observer<TransportEvents>,
    Observer<UserAgentEvents>,
    Observer<RegistererEvents>,
    Observer<ConnectionRecoveryEvents>
{
  readonly configuration: Configuration;
  /** The building blocks it is made of. */
  readonly userAgent: UserAgent;
  readonly registerer: Registerer;
  readonly #recovery: ConnectionRecovery;
  /** Made with the first call. */
  #sessionRecovery: SessionRecovery | undefined;
  readonly #continuity: CallContinuity;
  readonly #state: UAState;
  readonly #commands = new CommandQueue<'start' | 'stop', void>();
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
      hurry: () => this.#sessionRecovery?.urgent ?? this.sessions.size > 0,
      idle: () => this.userAgent.platform.network?.visible?.() !== true,
    });
    this.userAgent.events.watch(this);
    this.#state = new UAState(this.userAgent, this.registerer);
    // Only now, as the connection is told before anything is done with it.
    transport.events.watch(this);
    this.registerer.events.watch(this);
    this.#recovery.events.watch(this);
    this.#continuity = new CallContinuity(this, this.#state.events);
  }

  /** @internal */
  onConnected(): void {
    if (this.#wantsRegistration) void this.registerer.register();
    else this.#sessionRecovery?.reachable();
  }

  /** @internal */
  onDisconnected(): void {
    this.#sessionRecovery?.disconnected();
  }

  /** @internal */
  onRegistered(): void {
    this.#sessionRecovery?.reachable();
  }

  /** @internal */
  onSession(session: Session): void {
    const { sessionRecovery, farEndTimeout } = this.configuration;
    if (sessionRecovery) (this.#sessionRecovery ??= new SessionRecovery(this)).watch(session);
    watchFarEnd(session, farEndTimeout * 1000);
  }

  /** @internal */
  onSessionEnd(session: Session): void {
    this.#sessionRecovery?.forget(session);
  }

  /** @internal */
  onAwake(): void {
    this.registerer.awake();
    for (const session of this.sessions.values()) session.context.sessionTimer.awake();
  }

  /**
   * Calls of the page before that wait for a word, in the mode `ask` of `resumeCalls`; the same array until that changes.
   * The event `resumable` tells of changes.
   */
  get resumableCalls(): readonly ResumableCall[] {
    return this.#continuity.waiting;
  }

  /** @internal */
  get continuity(): CallContinuity {
    return this.#continuity;
  }

  /** @internal */
  get wantsRegistration(): boolean {
    return this.#wantsRegistration;
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
    return this.#state.snapshots.get();
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
    if (typeof first === 'function') return this.#state.snapshots.subscribe(first);
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
    return this.#state.events.on(name, listener);
  }

  /** Adds a listener for the next event only. */
  once<Name extends keyof UAEvents>(name: Name, listener: Listener<UAEvents[Name]>): () => void {
    return this.#state.events.once(name, listener);
  }

  /** Removes a listener. */
  off<Name extends keyof UAEvents>(name: Name, listener: Listener<UAEvents[Name]>): void {
    this.#state.events.off(name, listener);
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
    if (this.#commands.last === 'start' && this.#state.status === 'connecting') void this.#recovery.disconnect();
    return this.#commands.run('stop', () => this.#stop());
  }

  /** Registers, now and after each loss of the connection. Resolves with the registrar's 200. */
  register(options?: RegisterOptions): Promise<IncomingResponse> {
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
        this.#state.events.emit('inviteSent', inviter);
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
    this.#continuity.dispose();
    for (const events of [this.userAgent.events, this.transport.events, this.registerer.events]) events.unwatch(this);
    await this.registerer.dispose();
    this.userAgent.dispose();
  }

  async #start(): Promise<void> {
    if (this.isConnected()) return;
    this.#state.status = 'connecting';
    this.#continuity.begin();
    await this.#recovery.connect();
  }

  async #stop(): Promise<void> {
    if (this.#state.status === 'idle' || this.#state.status === 'stopped') return;
    this.#state.status = 'stopping';
    const registered = this.#wantsRegistration;
    const { clock } = this.userAgent.platform;
    const letBegin = endNewSessions(this.userAgent);
    await Promise.all([
      withDeadline(clock, this.#unbind(), STOP_DEADLINE),
      withDeadline(clock, this.userAgent.subscriptions.end(), STOP_DEADLINE),
      this.userAgent.endSessions(STOP_DEADLINE),
    ]);
    this.userAgent.subscriptions.dispose();
    this.#wantsRegistration = registered;
    await this.#recovery.disconnect();
    letBegin();
    this.#state.status = 'stopped';
  }

  async #unbind(): Promise<void> {
    const { status, error } = this.registerer.getSnapshot();
    if (!this.isConnected() || status === 'unregistered') return;
    // Nothing of ours is there to be removed, and servers count wrong passwords against us.
    if (status === 'failed' && STRANGER.includes(error?.statusCode ?? 0)) return;
    await this.registerer.unregister().catch(() => undefined);
  }
}
