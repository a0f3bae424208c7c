import { Emitter, type Observer } from '../base/emitter.ts';
import { randomHex } from '../base/identifiers.ts';
import { LazyMap } from '../base/lazy-map.ts';
import { LazySet } from '../base/lazy-set.ts';
import { listenerReport } from '../base/listener-report.ts';
import { StateChange } from '../base/state-change.ts';
import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import { createWebRtcMedia } from '../media/webrtc/webrtc-media.ts';
import type { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import type { Messaging } from '../messaging/messaging.ts';
import { plainPlatform, type Platform } from '../platform.ts';
import { endCause } from '../session/end-cause.ts';
import type { Invitation } from '../session/invitation.ts';
import type { SessionParts } from '../session/session-parts.ts';
import type { SessionTimerOptions } from '../session/session-timer-options.ts';
import type { Session } from '../session/session.ts';
import type { Subscriptions } from '../subscription/subscriptions.ts';
import { WebSocketTransport } from '../transport/web-socket-transport.ts';
import type { TransportError } from '../transport/transport-error.ts';
import type { Transport, TransportEvents } from '../transport/transport.ts';
import { Identity } from '../user-agent/identity.ts';
import { pingServer } from '../user-agent/ping.ts';
import { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { CallParts } from './call-parts.ts';
import { USER_AGENT } from './constants.ts';
import { endNewSessions, endSessions } from './end-sessions.ts';
import type { CalledUser } from './incoming-calls.ts';
import { OutsideRequests } from './outside-requests.ts';
import { readTarget } from './target.ts';
import { TrustedServers } from './trusted-servers.ts';
import type { UserAgentDelegate } from './user-agent-delegate.ts';
import {
  credentialsOf,
  documentationAddress,
  makeTransport,
  readRoute,
  type UserAgentOptions,
} from './user-agent-options.ts';

/** The states of a user agent (document 002). */
export const UserAgentState = {
  Started: 'Started',
  Stopped: 'Stopped',
} as const;

/** One of {@link UserAgentState}. */
export type UserAgentState = (typeof UserAgentState)[keyof typeof UserAgentState];

/** Methods that calls take, in their dialogs. */
const SESSION_METHODS = ['ACK', 'BYE', 'CANCEL', 'INFO', 'PRACK', 'UPDATE', 'REFER', 'NOTIFY'];

/** Extensions that calls know. */
const OPTION_TAGS: readonly string[] = ['replaces', 'norefersub', '100rel', 'timer'];
const WITH_TRICKLE_ICE: readonly string[] = /* @__PURE__ */ OPTION_TAGS.concat('trickle-ice');

/** What a user agent tells. */
export interface UserAgentEvents {
  readonly stateChange: readonly [state: UserAgentState];
  /** A call comes in. */
  readonly invite: readonly [invitation: Invitation];
  /** A call begins, in either direction. */
  readonly session: readonly [session: Session];
  /** A call has ended. */
  readonly sessionEnd: readonly [session: Session];
}

/**
 * A SIP user agent: an identity, a connection, the sessions over it. It registers nothing by itself and does not
 * connect again by itself: `Registerer` and `UA` do.
 *
 * @example
 * ```ts
 * const userAgent = new UserAgent({
 *   uri: UserAgent.makeURI('sip:alice@example.com'),
 *   authorizationPassword: 'secret',
 *   transportOptions: { server: 'wss://sip.example.com' },
 *   delegate: { onInvite: (invitation) => void invitation.accept() },
 * });
 * await userAgent.start();
 * await new Registerer(userAgent).register();
 * ```
 */
export class UserAgent implements CalledUser, Observer<TransportEvents> {
  readonly core: UserAgentCore;
  readonly platform: Platform;
  readonly transport: Transport;
  readonly parts: SessionParts;
  readonly sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory;
  readonly noAnswerTimeout: number;
  readonly sessionTimers: SessionTimerOptions | undefined;
  readonly events: Emitter<UserAgentEvents>;
  delegate: UserAgentDelegate | undefined;
  /** @internal */
  readonly outside: OutsideRequests;
  /** Run when it is disposed of. @internal */
  readonly releases: LazySet<() => void> = new LazySet<() => void>();
  readonly #sessions = new LazyMap<string, Session>();
  readonly #trustedServers: TrustedServers;
  #stateChange: StateChange<UserAgentState> | undefined;
  #data: Record<string, unknown> | undefined;
  #state: UserAgentState = 'Stopped';

  /**
   * @throws ConfigurationError naming the option that cannot be used
   */
  constructor(options: UserAgentOptions = {}) {
    // Not spread into a new object: the engine would make a shape of its own for each.
    this.platform = Object.assign(plainPlatform(), options.platform);
    const { random } = this.platform;
    const uri = options.uri ?? Uri.from({ user: `anonymous.${randomHex(random, 4)}`, host: 'anonymous.invalid' });
    const transport = makeTransport(this.platform, options, () => this.#sessions.size === 0);
    this.transport = transport;
    const identity = new Identity({
      random,
      uri,
      displayName: options.displayName,
      contactName: options.contactName,
      viaHost: options.hackIpInContact === true ? documentationAddress(random.bytes(1)) : options.viaHost,
      instanceId: options.instanceId,
    });
    this.core = new UserAgentCore({
      platform: this.platform,
      transport,
      identity,
      credentials: options.credentials ?? credentialsOf(options, uri),
      realms: options.realms,
      userAgentHeader: options.userAgentString ?? USER_AGENT,
      preloadedRoutes: options.preloadedRouteSet?.map(readRoute),
      viaTransport: options.hackViaTcp === true ? 'TCP' : undefined,
      traceSip: options.traceSip,
    });
    this.delegate = options.delegate;
    this.noAnswerTimeout = (options.noAnswerTimeout ?? 60) * 1000;
    this.sessionTimers = options.sessionTimers;
    this.#trustedServers = new TrustedServers(options.trustedServers ?? false);
    this.outside = new OutsideRequests(this, {
      maxRinging: options.maxRingingCalls ?? 10,
      acceptReplaces: options.acceptReplaces ?? true,
      autoAnswer: options.autoAnswer ?? false,
    });
    this.sessionDescriptionHandlerFactory =
      options.sessionDescriptionHandlerFactory ?? createWebRtcMedia(options.sessionDescriptionHandlerFactoryOptions);
    this.parts = new CallParts(this, options.autoFollowRefer ?? false);
    this.events = new Emitter(listenerReport(this.platform.logger, 'user-agent'));
    this.core.dialogMethods = SESSION_METHODS;
    this.core.methods = this.outside;
    const trickles = this.sessionDescriptionHandlerFactory.trickleIce === true && options.trickleIce !== 'off';
    this.core.optionTags = trickles ? WITH_TRICKLE_ICE : OPTION_TAGS;
    const asks = transport instanceof WebSocketTransport && transport.keepAlive.mode === 'options';
    if (asks) transport.keepAlive.setPing(() => pingServer(this.core));
    transport.events.watch(this);
  }

  /** Tells the calls, so that each need not hear every event of the transport. @internal */
  onStateChange(): void {
    for (const session of this.#sessions.values()) session.context.connectionChanged();
  }

  /** @internal */
  onConnected(): void {
    this.delegate?.onConnect?.();
  }

  /** @internal */
  onDisconnected({ error }: { readonly error?: TransportError }): void {
    for (const session of [...this.#sessions.values()]) session.connectionLost();
    this.delegate?.onDisconnect?.(error);
  }

  /** A URI from text, or nothing when it is none. */
  static makeURI(text: string): Uri | undefined {
    const uri = Uri.parse(text);
    return uri?.opaque === undefined ? uri : undefined;
  }

  get state(): UserAgentState {
    return this.#state;
  }

  get stateChange(): StateChange<UserAgentState> {
    return (this.#stateChange ??= new StateChange<UserAgentState>(this.events));
  }

  /** For the application; the library never looks inside. */
  get data(): Record<string, unknown> {
    return (this.#data ??= {});
  }

  /** Texts, in both directions. */
  get messaging(): Messaging {
    return this.outside.messaging;
  }

  /** What we follow of others, others of us, and publish. */
  get subscriptions(): Subscriptions {
    return this.outside.subscriptions;
  }

  /** The Contact of our requests. */
  get contact(): NameAddr {
    return this.core.identity.contact;
  }

  /** Sessions that have begun and not ended, by id, oldest first. */
  get sessions(): ReadonlyMap<string, Session> {
    return this.#sessions;
  }

  isConnected(): boolean {
    return this.transport.state === 'connected';
  }

  /** Whether the server we are connected to is one of `trustedServers`. */
  trustsServer(): boolean {
    return this.#trustedServers.has(this.transport.server);
  }

  /** An address from what a person types; see {@link readTarget}. */
  target(text: string | Uri): Uri {
    return readTarget(text, this.core.identity.uri);
  }

  /** Connects. Resolves when connected. */
  async start(): Promise<void> {
    this.#move('Started');
    await this.transport.connect();
  }

  /** Connects again after a loss; resolves when connected. */
  reconnect(): Promise<void> {
    return this.start();
  }

  /** Ends every session as its state needs, then disconnects. Never takes longer than the deadline. */
  async stop(options: { readonly deadline?: number } = {}): Promise<void> {
    const letBegin = endNewSessions(this);
    await this.endSessions(options.deadline ?? 5);
    await this.transport.disconnect();
    letBegin();
    this.#move('Stopped');
  }

  /** Ends every session: CANCEL, refusal or BYE. @param deadline - seconds to wait at the most */
  async endSessions(deadline: number): Promise<void> {
    await endSessions(this.#sessions.values(), this.platform.clock, deadline);
  }

  /** Lets go of everything at once; the far ends are not told. */
  dispose(): void {
    for (const session of [...this.#sessions.values()]) session.context.end(endCause('HUNG_UP', 'local'));
    this.transport.events.unwatch(this);
    for (const release of [...this.releases]) release();
    this.outside.dispose();
    this.core.dispose();
    this.transport.dispose();
  }

  adopt(session: Session): void {
    this.#sessions.set(session.id, session);
    this.events.emit('session', session);
  }

  forget(session: Session): void {
    if (!this.#sessions.delete(session.id)) return;
    this.outside.calls.ended(session);
    this.events.emit('sessionEnd', session);
  }

  /** @internal */
  present(invitation: Invitation): void {
    this.events.emit('invite', invitation);
    this.#tell('onInvite', (delegate) => delegate.onInvite?.(invitation));
  }

  #tell(what: string, call: (delegate: UserAgentDelegate) => void): void {
    try {
      if (this.delegate !== undefined) call(this.delegate);
    } catch (error) {
      this.platform.logger.log('error', 'user-agent', `${what} threw`, error);
    }
  }

  #move(state: UserAgentState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.events.emit('stateChange', state);
  }
}
