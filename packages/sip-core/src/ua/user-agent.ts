import type { CredentialsProvider } from '../auth/authenticator.ts';
import { Emitter } from '../base/emitter.ts';
import { ConfigurationError } from '../base/errors.ts';
import { randomHex } from '../base/identifiers.ts';
import { Dtmf } from '../dtmf/dtmf.ts';
import type { SessionDescriptionHandlerFactory } from '../media/session-description-handler.ts';
import { createWebRtcMedia, type WebRtcMediaOptions } from '../media/webrtc/webrtc-media.ts';
import { NameAddr } from '../message/name-addr.ts';
import { Uri } from '../message/uri.ts';
import type { InboundMessage } from '../messaging/inbound-message.ts';
import { Messaging } from '../messaging/messaging.ts';
import { browserPlatform, type Platform } from '../platform.ts';
import { endCause } from '../session/end-cause.ts';
import type { Invitation } from '../session/invitation.ts';
import type { SessionOwner } from '../session/session-owner.ts';
import type { SessionParts } from '../session/session-parts.ts';
import type { SessionTimerOptions } from '../session/session-timer-options.ts';
import type { Session } from '../session/session.ts';
import { OutOfDialogRefers } from '../transfer/out-of-dialog-refers.ts';
import type { Referral } from '../transfer/referral.ts';
import type { Notifier } from '../subscription/notifier.ts';
import { Subscriptions, type UnsolicitedNotify } from '../subscription/subscriptions.ts';
import { Transfers } from '../transfer/transfers.ts';
import type { ServerEntry } from '../transport/server-list.ts';
import { WebSocketTransport, type WebSocketTransportOptions } from '../transport/web-socket-transport.ts';
import type { Transport } from '../transport/transport.ts';
import { answerOptions } from '../user-agent/dispatch.ts';
import { Identity } from '../user-agent/identity.ts';
import { pingServer } from '../user-agent/ping.ts';
import { UserAgentCore } from '../user-agent/user-agent-core.ts';
import { USER_AGENT } from './constants.ts';
import { IncomingCalls } from './incoming-calls.ts';
import { NoServer } from './no-server.ts';
import { readTarget } from './target.ts';

/** The states of a user agent (document 002). */
export const UserAgentState = {
  Started: 'Started',
  Stopped: 'Stopped',
} as const;

/** One of {@link UserAgentState}. */
export type UserAgentState = (typeof UserAgentState)[keyof typeof UserAgentState];

/** What a user agent tells its one delegate. Every method is optional. */
export interface UserAgentDelegate {
  onConnect?(): void;
  /** @param error - why; none when the disconnect was asked for */
  onDisconnect?(error?: Error): void;
  onInvite?(invitation: Invitation): void;
  /** A text came in; it is accepted unless it is answered here. Without this and without listeners it gets 405. */
  onMessage?(message: InboundMessage): void;
  /** A NOTIFY came that belongs to no subscription; it gets 481 unless it is accepted here at once. */
  onNotify?(notify: UnsolicitedNotify): void;
  /**
   * Somebody wants to follow a state of ours. Refused with 489 unless it is answered here at once; without this and
   * without listeners SUBSCRIBE gets 405.
   */
  onSubscribe?(notifier: Notifier): void;
  /**
   * A stranger asks us to call somebody, outside of any call (RFC 3515). Nobody has checked who it is. Without this and
   * without a listener of `outOfDialogReferRequested` it is refused.
   */
  onRefer?(referral: Referral): void;
}

/** How a user agent is set up. */
export interface UserAgentOptions {
  /** Our address; default an anonymous one. */
  readonly uri?: Uri | undefined;
  readonly displayName?: string | undefined;
  /** User name for digest authentication; default the user part of `uri`. */
  readonly authorizationUsername?: string | undefined;
  readonly authorizationPassword?: string | undefined;
  readonly authorizationHa1?: string | undefined;
  /** Credentials for each realm; instead of the three above. */
  readonly credentials?: CredentialsProvider | undefined;
  /** Realms that get our credentials; default those of the servers that challenge us first. */
  readonly realms?: readonly string[] | undefined;
  /** The server or servers, and how they are kept in touch with. */
  readonly transportOptions?: (Partial<WebSocketTransportOptions> & { readonly server?: string }) | undefined;
  /** A transport of the application's own, instead of a WebSocket. */
  readonly transport?: Transport | undefined;
  readonly platform?: Partial<Platform> | undefined;
  readonly delegate?: UserAgentDelegate | undefined;
  readonly contactName?: string | undefined;
  readonly viaHost?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly hackViaTcp?: boolean | undefined;
  readonly hackIpInContact?: boolean | undefined;
  /** Routes for requests outside a dialog, such as `<sip:proxy.example.com;lr>`. */
  readonly preloadedRouteSet?: readonly string[] | undefined;
  readonly userAgentString?: string | undefined;
  /** Log every message at level `info`, with its secrets masked; default false. */
  readonly traceSip?: boolean | undefined;
  /** Seconds an incoming call rings; default 60, 0 for ever. */
  readonly noAnswerTimeout?: number | undefined;
  /** Session timers (RFC 4028); by default asked for, 1800 s long. */
  readonly sessionTimers?: SessionTimerOptions | undefined;
  /** How many calls may ring at once; default 10. */
  readonly maxRingingCalls?: number | undefined;
  /** Follow transfers without asking; default false. */
  readonly autoFollowRefer?: boolean | undefined;
  /**
   * Answer a call by itself that takes the place of one that stands (RFC 3891), as the end of an attended transfer;
   * default true. The `invite` event comes first, so that the application can answer or refuse it as it likes. With
   * false it rings as any other call, and the old one ends when it is answered.
   */
  readonly acceptReplaces?: boolean | undefined;
  /**
   * Answer calls by itself that ask for it, as an intercom does (`answer-after` of Call-Info, RFC 5373); default false.
   * Whoever can call this phone can then listen to the room it stands in.
   */
  readonly autoAnswer?: boolean | undefined;
  /**
   * Servers whose word on who calls counts (P-Asserted-Identity, RFC 3325): their host names, or true for whichever we
   * are connected to. Default none: anybody may write such a header field.
   */
  readonly trustedServers?: readonly string[] | boolean | undefined;
  readonly sessionDescriptionHandlerFactory?: SessionDescriptionHandlerFactory | undefined;
  /** Options of the default media. */
  readonly sessionDescriptionHandlerFactoryOptions?: WebRtcMediaOptions | undefined;
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
export class UserAgent implements SessionOwner {
  readonly core: UserAgentCore;
  readonly platform: Platform;
  readonly transport: Transport;
  readonly parts: SessionParts;
  /** Texts, in both directions. */
  readonly messaging: Messaging;
  /** What we follow of others, others of us, and publish. */
  readonly subscriptions: Subscriptions;
  readonly sessionDescriptionHandlerFactory: SessionDescriptionHandlerFactory;
  readonly noAnswerTimeout: number;
  readonly sessionTimers: SessionTimerOptions | undefined;
  /** For the application; the library never looks inside. */
  readonly data: Record<string, unknown> = {};
  readonly events: Emitter<{
    readonly stateChange: readonly [state: UserAgentState];
    readonly invite: readonly [invitation: Invitation];
    readonly session: readonly [session: Session];
  }>;
  readonly stateChange: {
    addListener(listener: (state: UserAgentState) => void, options?: { readonly once?: boolean }): void;
    removeListener(listener: (state: UserAgentState) => void): void;
  };
  delegate: UserAgentDelegate | undefined;
  readonly #sessions = new Map<string, Session>();
  /** Who is asked about REFERs outside of any dialog. */
  readonly refers: OutOfDialogRefers;
  readonly #calls: IncomingCalls;
  readonly #trustedServers: readonly string[] | boolean;
  readonly #releases = new Set<() => void>();
  readonly #stops: readonly (() => void)[];
  #state: UserAgentState = 'Stopped';

  /**
   * @throws ConfigurationError naming the option that cannot be used
   */
  constructor(options: UserAgentOptions = {}) {
    this.platform = { ...browserPlatform(), ...options.platform };
    const { random } = this.platform;
    const uri = options.uri ?? Uri.from({ user: `anonymous.${randomHex(random, 4)}`, host: 'anonymous.invalid' });
    const transport = options.transport ?? makeTransport(this.platform, options, () => this.#sessions.size === 0);
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
    const { trustedServers = false } = options;
    this.#trustedServers = typeof trustedServers === 'boolean' ? trustedServers : trustedServers.map(hostOf);
    this.refers = new OutOfDialogRefers(this);
    this.refers.add({
      listening: () => this.delegate?.onRefer !== undefined,
      receive: (referral) => {
        this.#tell('onRefer', (delegate) => delegate.onRefer?.(referral));
      },
    });
    this.#calls = new IncomingCalls(this, this.#sessions, {
      maxRinging: options.maxRingingCalls ?? 10,
      acceptReplaces: options.acceptReplaces ?? true,
      autoAnswer: options.autoAnswer ?? false,
      present: (invitation) => {
        this.events.emit('invite', invitation);
        this.#tell('onInvite', (delegate) => delegate.onInvite?.(invitation));
      },
    });
    this.sessionDescriptionHandlerFactory =
      options.sessionDescriptionHandlerFactory ?? createWebRtcMedia(options.sessionDescriptionHandlerFactoryOptions);
    this.parts = {
      dtmf: (context) => new Dtmf(context),
      transfer: (context, session) =>
        new Transfers(context, session, {
          target: (text) => readTarget(text, uri),
          autoFollow: options.autoFollowRefer ?? false,
          releases: this.#releases,
        }),
    };
    this.events = new Emitter((error, event) => {
      this.platform.logger.log('error', 'user-agent', `a listener of "${event}" threw`, error);
    });
    this.stateChange = {
      addListener: (listener, listenOptions) => {
        this.events.on('stateChange', listener, listenOptions);
      },
      removeListener: (listener) => {
        this.events.off('stateChange', listener);
      },
    };
    this.messaging = new Messaging(this.core, this);
    this.messaging.receivers.add({
      listening: () => this.delegate?.onMessage !== undefined,
      receive: (message) => this.delegate?.onMessage?.(message),
    });
    this.subscriptions = new Subscriptions(this.core, this);
    this.subscriptions.receivers.add({
      notify: (notify) => this.delegate?.onNotify?.(notify),
      decides: () => this.delegate?.onSubscribe !== undefined,
      subscribe: (notifier) => this.delegate?.onSubscribe?.(notifier),
    });
    for (const method of ['INFO', 'PRACK', 'UPDATE', 'REFER', 'NOTIFY']) this.core.dialogMethods.add(method);
    for (const tag of ['replaces', 'norefersub', '100rel', 'timer']) this.core.optionTags.add(tag);
    this.core.methods.set('REFER', (request) => {
      this.refers.receive(request);
    });
    this.core.methods.set('INVITE', (request) => {
      this.#calls.receive(request);
    });
    this.core.methods.set('OPTIONS', (request) => {
      answerOptions(this.core, request);
    });
    if (transport instanceof WebSocketTransport) transport.keepAlive.setPing(() => pingServer(this.core));
    this.#stops = [
      transport.events.on('connected', () => {
        this.delegate?.onConnect?.();
      }),
      transport.events.on('disconnected', ({ error }) => {
        this.delegate?.onDisconnect?.(error);
      }),
    ];
  }

  /** A URI from text, or nothing when it is none. */
  static makeURI(text: string): Uri | undefined {
    const uri = Uri.parse(text);
    return uri?.opaque === undefined ? uri : undefined;
  }

  get state(): UserAgentState {
    return this.#state;
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
    const trusted = this.#trustedServers;
    return typeof trusted === 'boolean' ? trusted : trusted.includes(hostOf(this.transport.server ?? ''));
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
    await this.endSessions(options.deadline ?? 5);
    await this.transport.disconnect();
    this.#move('Stopped');
  }

  /** Ends every session: CANCEL, refusal or BYE. @param deadline - seconds to wait at the most */
  async endSessions(deadline: number): Promise<void> {
    const ending = [...this.#sessions.values()].map((session) => endOf(session));
    if (ending.length === 0) return;
    const { clock } = this.platform;
    await new Promise<void>((resolve) => {
      const timer = clock.setTimeout(resolve, deadline * 1000);
      void Promise.all(ending).then(() => {
        clock.clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Lets go of everything at once; the far ends are not told. */
  dispose(): void {
    for (const session of [...this.#sessions.values()]) session.context.end(endCause('HUNG_UP', 'local'));
    for (const stop of this.#stops) stop();
    for (const release of [...this.#releases]) release();
    this.messaging.dispose();
    this.subscriptions.dispose();
    this.core.dispose();
    this.transport.dispose();
  }

  adopt(session: Session): void {
    this.#sessions.set(session.id, session);
    session.context.atEnd(() => {
      this.#sessions.delete(session.id);
      this.#calls.ended(session);
    });
    this.events.emit('session', session);
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

/** The host of a WebSocket URL, or a host as it is, in lower case. */
function hostOf(server: string): string {
  return (/^wss?:\/\/([^/?#]+)/i.exec(server)?.[1] ?? server).replace(/:\d+$/, '').toLowerCase();
}

function makeTransport(platform: Platform, options: UserAgentOptions, mayFailBack: () => boolean): Transport {
  const { server, servers, ...rest } = options.transportOptions ?? {};
  const list: readonly (string | ServerEntry)[] = servers ?? (server === undefined ? [] : [server]);
  return list.length === 0 ? new NoServer() : new WebSocketTransport({ ...rest, servers: list, platform, mayFailBack });
}

function credentialsOf(options: UserAgentOptions, uri: Uri): CredentialsProvider {
  const username = options.authorizationUsername ?? uri.user ?? '';
  const { authorizationHa1: ha1, authorizationPassword: password } = options;
  if (ha1 !== undefined) return () => ({ username, ha1 });
  return () => (password === undefined ? undefined : { username, password });
}

function readRoute(route: string): NameAddr {
  const parsed = NameAddr.parse(route);
  if (parsed === undefined) throw new ConfigurationError('preloadedRouteSet', route, 'each route must be an address.');
  return parsed;
}

/** An address of 192.0.2.0/24, which is nobody's (RFC 5737). */
function documentationAddress(octets: Uint8Array): string {
  return `192.0.2.${((octets[0] ?? 0) % 254) + 1}`;
}

function endOf(session: Session): Promise<void> {
  if (session.state === 'Terminating' || session.state === 'Terminated') {
    return new Promise((resolve) => {
      if (session.state === 'Terminated') resolve();
      else session.context.atEnd(resolve);
    });
  }
  return session.terminate().catch(() => undefined);
}
