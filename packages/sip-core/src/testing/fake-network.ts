import { Emitter } from '../base/emitter.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { Uri } from '../message/uri.ts';
import { type Random, systemClock, systemRandom, type WebSocketLike } from '../platform.ts';
import type { UAConfiguration } from '../ua/configuration.ts';
import type { UA } from '../ua/ua.ts';
import type { AcceptedSocket } from './accepted-socket.ts';
import { type Account, defaultAccounts } from './accounts.ts';
import { type AnswerOptions, AnswerScript, type ServerAnswer } from './answer-script.ts';
import { CallLedger } from './call-ledger.ts';
import { Connections, type SocketSelection } from './connections.ts';
import { DigestGate } from './digest-gate.ts';
import { Faults } from './faults.ts';
import { Location } from './location.ts';
import type { FakeNetworkOptions, NetworkClock, NetworkCounts } from './network-options.ts';
import { type NetworkPhoneOptions, NetworkPhones } from './network-phones.ts';
import { Proxy } from './proxy.ts';
import { Registrar } from './registrar.ts';
import type { RobotBehaviour } from './robots/behaviours.ts';
import { Robot, type RobotDigit } from './robots/robot.ts';
import { fakeRobotMedia, type RobotSound } from './robots/robot-media.ts';
import { installStandardRobots } from './robots/standard-robots.ts';
import { Router } from './router.ts';
import { ScriptedClient, socketWire } from './scripted-client.ts';
import { type PeerServices, type PeerWire, ScriptedPeer } from './scripted-peer.ts';
import { SipServer } from './sip-server.ts';
import type { FakeMailbox } from './state-documents.ts';
import { StateServer } from './state-server.ts';
import { Timers } from './timers.ts';
import { Trace } from './trace.ts';

/**
 * A SIP network in memory: registrar, forking proxy, scripted far ends and robots, with every fault on demand. The same
 * code runs in Node, in a page, and behind a real WebSocket.
 *
 * @example
 * ```ts
 * const clock = new VirtualClock();
 * const network = createFakeNetwork({ clock, random: seededRandom() });
 * const alice = new UA({
 *   uri: network.uri('alice'),
 *   password: 'wonderland',
 *   wsServers: network.server,
 *   sessionDescriptionHandlerFactory: createFakeMedia(),
 *   platform: { clock, random: seededRandom('alice'), logger: consoleLogger(), createWebSocket: network.createWebSocket },
 * });
 * void alice.start();
 * await network.until(() => alice.isRegistered());
 * network.closeSockets();
 * network.close();
 * ```
 */
export class FakeNetwork {
  readonly domain: string;
  readonly accounts: readonly Account[];
  readonly clock: NetworkClock;
  readonly random: Random;
  readonly faults: Faults = new Faults();
  readonly trace: Trace;
  readonly digest: DigestGate;
  readonly registrar: Registrar;
  /** Address that clients connect to; any other works as well. */
  readonly server: string = 'wss://sip.example.com/';
  /** Tones that robots heard. */
  readonly events: Emitter<{ digit: [RobotDigit] }> = new Emitter();
  /** Makes a socket to this network, for `platform.createWebSocket`. */
  readonly createWebSocket: (url: string, protocols?: string) => WebSocketLike;
  readonly #options: FakeNetworkOptions;
  readonly #timers: Timers;
  readonly #location: Location;
  readonly #connections: Connections;
  readonly #proxy: Proxy;
  readonly #sip: SipServer;
  readonly #script = new AnswerScript();
  readonly #ledger = new CallLedger();
  #state: StateServer | undefined;
  readonly #robots = new Map<string, Robot>();
  readonly #phones = new NetworkPhones(this);

  constructor(options: FakeNetworkOptions = {}) {
    const { clock = systemClock(), random = systemRandom(), accounts = defaultAccounts, latency = 0 } = options;
    const domain = (options.domain ?? 'example.com').toLowerCase();
    const timers = new Timers(clock);
    const location = new Location(clock);
    const trace = new Trace(options.traceLimit ?? 5000);
    const script = this.#script;
    const gate = new DigestGate({ clock, random, domain, accounts }, options.digest ?? {});
    const account = (user: string): Account | undefined => accounts.find((other) => other.user === user);
    const registrar = new Registrar(
      { clock, random, domain, location, gate, script, account },
      options.registrar ?? {},
    );
    const router = new Router({
      domain,
      location,
      isAccount: (user) => account(user) !== undefined,
      requireRoute: options.proxy?.recordRoute !== false,
    });
    const displayName = (user: string): string => account(user)?.displayName ?? user;
    const proxy = new Proxy({ random, timers, location, router, gate, displayName, domain }, options.proxy ?? {});
    this.#options = options;
    this.#timers = timers;
    this.#location = location;
    this.#proxy = proxy;
    this.clock = clock;
    this.random = random;
    this.domain = domain;
    this.accounts = accounts;
    this.trace = trace;
    this.digest = gate;
    this.registrar = registrar;
    this.#sip = new SipServer({
      random,
      location,
      registrar,
      proxy,
      router,
      script,
      ledger: this.#ledger,
      state: () => this.#state,
    });
    this.#connections = new Connections({
      clock,
      timers,
      trace,
      faults: this.faults,
      latency: () => (typeof latency === 'number' ? latency : latency()),
      receive: (link, text) => this.#sip.receive(link, text),
      ended: (link) => location.forget(link),
    });
    this.createWebSocket = (url) => this.#connections.dial(url);
    if (options.robots !== false) installStandardRobots(this);
    if (options.states === true) {
      const isRegistered = (user: string): boolean => location.bindings(user).length > 0 || this.#robots.has(user);
      this.#state = new StateServer({ peer: this.scriptedPeer('states'), random, domain, isRegistered });
    }
  }

  /**
   * Puts voice messages into somebody's mailbox, and tells who follows it. Needs the option `states`.
   *
   * @example
   * ```ts
   * network.setMailbox('alice', { fresh: 2, urgent: 1 });
   * ```
   */
  setMailbox(user: string, mailbox: FakeMailbox): void {
    this.#state?.setMailbox(user, mailbox);
  }

  /** Asked for every request of a client before the server deals with it; `undefined` lets it go on as usual. */
  set onRequest(hook: ((request: IncomingRequest, user: string) => ServerAnswer | undefined) | undefined) {
    this.#script.onRequest = hook;
  }

  /** Whether double line breaks (RFC 5626 section 3.5.1) are answered; default true. */
  set answersKeepAlive(answers: boolean) {
    this.#sip.pong = answers;
  }

  /** The address of record of a user, such as `sip:alice@example.com`. */
  uri(user: string): string {
    return `sip:${user}@${this.domain}`;
  }

  /**
   * What a phone of this user is configured with to be on this network: give it to your `SipProvider` or `UA`.
   *
   * @throws Error when the network has no such account
   *
   * @example
   * ```tsx
   * render(<SipProvider configuration={network.configuration('alice')} children={<App />} />);
   * ```
   */
  configuration(user: string, options?: NetworkPhoneOptions): UAConfiguration {
    return this.#phones.configuration(user, options);
  }

  /**
   * A registered phone of somebody else, to call the application under test and be called by it. {@link close} disposes it.
   *
   * @throws Error when the network has no such account, or the phone could not register
   *
   * @example
   * ```ts
   * const bob = await network.phone('bob');
   * const call = bob.invite('alice');
   * await network.until(() => call.phase === 'established');
   * ```
   */
  phone(user: string, options?: NetworkPhoneOptions): Promise<UA> {
    return this.#phones.phone(user, options);
  }

  /**
   * Gives the next request of a method this answer instead of dealing with it; `silence` gives none.
   *
   * @example
   * ```ts
   * network.answerNext('INVITE', 503, { headers: ['Retry-After: 10'] });
   * ```
   */
  answerNext(method: string, statusCode: number | 'silence', options: AnswerOptions = {}): void {
    this.#script.add(method, statusCode, options);
  }

  /** Attaches a socket that a real server accepted, such as one of the `ws` package. */
  accept(socket: AcceptedSocket): void {
    this.#connections.accept(socket);
  }

  /** Adds a far end that a test plays message by message, reachable at `sip:<user>@<domain>`. */
  scriptedPeer(user: string): ScriptedPeer {
    const link = this.#connections.add('peer');
    link.user = user;
    const wire: PeerWire = { send: (text) => link.sendToServer(text) };
    link.client.onMessage = (text) => wire.onMessage?.(text);
    const peer = new ScriptedPeer(user, this.#peerServices(wire));
    const uri = Uri.parse(peer.contact);
    if (uri === undefined) throw new Error(`"${user}" cannot be the user part of an address.`);
    const forever = { callId: '', cseq: 0, expiresAt: Infinity, params: new Map<string, string | null>(), path: [] };
    this.#location.bind(user, { ...forever, uri, link });
    return peer;
  }

  /**
   * Connects a raw client: the same, but over a socket of its own, not trusted, and with an account. It registers when
   * told to.
   *
   * @param password - default: that of the account
   *
   * @example
   * ```ts
   * const alice = await network.scriptedClient('alice');
   * await alice.register();
   * ```
   */
  async scriptedClient(user: string, password?: string): Promise<ScriptedClient> {
    const socket = this.createWebSocket(this.server, 'sip');
    const secret = password ?? this.accounts.find((other) => other.user === user)?.password ?? '';
    const client = new ScriptedClient(user, secret, this.#peerServices(socketWire(socket)), socket);
    await this.until(() => socket.readyState !== 0);
    return client;
  }

  /**
   * Adds an extension that behaves by itself, or replaces it.
   *
   * @param sound - what callers hear once it answered; default silence
   *
   * @example
   * ```ts
   * network.robot('700', answer({ ring: 2000, hangUpAfter: 10_000 }), 'echo');
   * ```
   */
  robot(user: string, behaviour: RobotBehaviour, sound: RobotSound = 'silence'): Robot {
    this.#robots.get(user)?.close();
    this.#location.unbind(user);
    const robot = new Robot({
      peer: this.scriptedPeer(user),
      clock: this.clock,
      timers: this.#timers,
      behaviour,
      createMedia: () => (this.#options.robotMedia ?? fakeRobotMedia)(sound),
      onDigit: (digit) => this.events.emit('digit', digit),
    });
    this.#robots.set(user, robot);
    return robot;
  }

  /** Closes connections of clients: with a close frame of this code, or cut without one when `clean` is false. */
  closeSockets(options: SocketSelection & { readonly code?: number; readonly clean?: boolean } = {}): void {
    for (const link of this.#connections.clients(options)) {
      if (options.clean === false) link.cut();
      else link.closeByServer(options.code ?? 1001);
    }
  }

  /** Makes connections half-open: whatever is sent vanishes, and nobody is told. New connections work. */
  freeze(options: SocketSelection = {}): void {
    for (const link of this.#connections.clients(options)) link.frozen = true;
  }

  /** Lets frozen connections carry messages again; what vanished stays lost. */
  thaw(options: SocketSelection = {}): void {
    for (const link of this.#connections.clients(options)) link.frozen = false;
  }

  /** Takes the server down, or one of its addresses: connections are cut, new ones refused. */
  down(url?: string): void {
    this.#connections.down(url);
  }

  /** Brings the server, or one of its addresses, back. */
  up(url?: string): void {
    this.#connections.up(url);
  }

  /** Lets `ms` milliseconds pass: at once on a virtual clock, really on a real one. */
  async run(ms = 0): Promise<void> {
    if (this.clock.run !== undefined) await this.clock.run(ms);
    else await new Promise<void>((resolve) => this.clock.setTimeout(resolve, ms));
  }

  /**
   * Waits until a condition holds, and moves a virtual clock meanwhile.
   *
   * @param limit - milliseconds; default 40000 on a virtual clock, 5000 on a real one
   * @returns whether it came to hold
   */
  async until(condition: () => boolean, limit?: number): Promise<boolean> {
    if (this.clock.runUntil !== undefined) return this.clock.runUntil(condition, limit ?? 40_000);
    const end = this.clock.now() + (limit ?? 5000);
    while (!condition()) {
      if (this.clock.now() >= end) return false;
      await this.run(5);
    }
    return true;
  }

  /** What is alive now. */
  counts(): NetworkCounts {
    let robotCalls = 0;
    for (const robot of this.#robots.values()) robotCalls += robot.calls.size;
    return {
      sockets: this.#connections.clients().length,
      bindings: this.#location.size,
      transactions: this.#proxy.size,
      dialogs: this.#ledger.size,
      robotCalls,
    };
  }

  /** Ends everything: connections are dropped, robots' media freed, timers stopped. Safe to call twice. */
  close(): void {
    this.#phones.close();
    for (const robot of this.#robots.values()) robot.close();
    this.#connections.close();
    this.#timers.clear();
    this.#proxy.close();
    this.#ledger.clear();
    this.events.clear();
  }

  #peerServices(wire: PeerWire): PeerServices {
    return {
      random: this.random,
      wire,
      domain: this.domain,
      until: (condition, timeout) => this.until(condition, timeout),
      run: (ms) => this.run(ms),
      ladder: () => this.trace.ladder(),
    };
  }
}

/** Makes a SIP network in memory; see {@link FakeNetwork}. */
export function createFakeNetwork(options: FakeNetworkOptions = {}): FakeNetwork {
  return new FakeNetwork(options);
}
