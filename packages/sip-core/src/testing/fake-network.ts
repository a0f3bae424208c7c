import { Emitter } from '../base/emitter.ts';
import type { Clock, Random, WebSocketLike } from '../platform.ts';
import { systemClock, systemRandom } from '../platform.ts';
import { type Account, defaultAccounts } from './accounts.ts';
import { attachSocket, type AcceptedSocket } from './accepted-socket.ts';
import { AnswerScript, type AnswerOptions, type ServerAnswer } from './answer-script.ts';
import { CallLedger } from './call-ledger.ts';
import { DigestGate, type DigestOptions } from './digest-gate.ts';
import { FakeSocket } from './fake-socket.ts';
import { Faults } from './faults.ts';
import { Link } from './link.ts';
import { Location } from './location.ts';
import { Proxy, type ProxyOptions } from './proxy.ts';
import { Registrar, type RegistrarOptions } from './registrar.ts';
import type { RobotBehaviour } from './robots/behaviours.ts';
import { fakeRobotMedia, type RobotMediaFactory, type RobotSound } from './robots/robot-media.ts';
import { Robot, type RobotDigit } from './robots/robot.ts';
import { installStandardRobots } from './robots/standard-robots.ts';
import { Router } from './router.ts';
import { ScriptedClient, socketWire } from './scripted-client.ts';
import { type PeerServices, type PeerWire, ScriptedPeer } from './scripted-peer.ts';
import { SipServer } from './sip-server.ts';
import { Timers } from './timers.ts';
import { Trace } from './trace.ts';
import type { IncomingRequest } from '../message/incoming-message.ts';
import { Uri } from '../message/uri.ts';

/** A clock, and what a virtual one can do beyond. */
export interface NetworkClock extends Clock {
  run?(ms: number): Promise<void>;
  runUntil?(condition: () => boolean, limit?: number): Promise<boolean>;
}

/** How a {@link FakeNetwork} is set up; everything may be left out. */
export interface FakeNetworkOptions {
  /** Default: the machine's clock. Give a `VirtualClock` for tests that need not wait. */
  readonly clock?: NetworkClock;
  /** Default: cryptographic. Give `seededRandom()` for tests that repeat themselves exactly. */
  readonly random?: Random;
  /** Default `example.com`. */
  readonly domain?: string;
  /** Default: alice, bob and carol; see {@link defaultAccounts}. */
  readonly accounts?: readonly Account[];
  /** Milliseconds each message takes, or a function asked for each; default 0. */
  readonly latency?: number | (() => number);
  readonly digest?: DigestOptions;
  readonly registrar?: RegistrarOptions;
  readonly proxy?: ProxyOptions;
  /** Whether extensions 600 to 606 exist; default true. */
  readonly robots?: boolean;
  /** Sound of the robots; default descriptions that fit, and silence. */
  readonly robotMedia?: RobotMediaFactory;
  /** Messages the trace keeps; default 5000. */
  readonly traceLimit?: number;
}

/** What is alive; all zero when everything was cleaned up. */
export interface NetworkCounts {
  /** Connections of clients. */
  readonly sockets: number;
  /** Registered contacts. */
  readonly bindings: number;
  /** Transactions at the proxy; an answered INVITE stays for 32 s, as repeated 2xx may come. */
  readonly transactions: number;
  /** Calls that were answered and not hung up. */
  readonly dialogs: number;
  /** Calls at robots. */
  readonly robotCalls: number;
}

/** Which connections an act concerns. */
export interface SocketSelection {
  /** Only those this user is registered over. */
  readonly user?: string;
}

/**
 * A SIP network in memory: registrar, forking proxy, scripted far ends and robots, with every fault on demand. The same
 * code runs in Node, in a page, and behind a real WebSocket.
 *
 * @example
 * ```ts
 * const clock = new VirtualClock();
 * const network = createFakeNetwork({ clock, random: seededRandom() });
 * const alice = new UA({ ...network.configuration('alice'), platform: { ...platform, clock, createWebSocket: network.createWebSocket } });
 * await network.run(100);
 * network.closeSockets();
 * network.close();
 * ```
 */
export class FakeNetwork {
  readonly domain: string;
  readonly accounts: readonly Account[];
  readonly clock: NetworkClock;
  readonly random: Random;
  readonly faults: Faults;
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
  readonly #proxy: Proxy;
  readonly #sip: SipServer;
  readonly #script: AnswerScript = new AnswerScript();
  readonly #ledger: CallLedger = new CallLedger();
  readonly #links: Set<Link> = new Set();
  readonly #robots: Map<string, Robot> = new Map();
  readonly #down: Set<string> = new Set();
  /** The address each client dialled. */
  readonly #urls: WeakMap<Link, string> = new WeakMap();
  #nextLink = 0;
  #closed = false;

  constructor(options: FakeNetworkOptions = {}) {
    const clock = options.clock ?? systemClock();
    const random = options.random ?? systemRandom();
    const domain = (options.domain ?? 'example.com').toLowerCase();
    this.#options = options;
    this.clock = clock;
    this.random = random;
    this.domain = domain;
    this.accounts = options.accounts ?? defaultAccounts;
    this.faults = new Faults();
    this.trace = new Trace(options.traceLimit ?? 5000);
    this.#timers = new Timers(clock);
    this.#location = new Location(clock);
    const account = (user: string): Account | undefined => this.accounts.find((other) => other.user === user);
    this.digest = new DigestGate({ clock, random, domain, account }, options.digest ?? {});
    const location = this.#location;
    this.registrar = new Registrar(
      { clock, random, domain, location, gate: this.digest, script: this.#script, account },
      options.registrar ?? {},
    );
    const router = new Router({
      domain,
      location,
      isAccount: (user) => account(user) !== undefined,
      requireRoute: options.proxy?.recordRoute !== false,
    });
    const displayName = (user: string): string => account(user)?.displayName ?? user;
    const { digest: gate } = this;
    this.#proxy = new Proxy({ random, timers: this.#timers, router, gate, displayName, domain }, options.proxy ?? {});
    this.#sip = new SipServer({
      random,
      location,
      registrar: this.registrar,
      proxy: this.#proxy,
      router,
      script: this.#script,
      ledger: this.#ledger,
    });
    this.createWebSocket = (url) => this.#dial(url);
    if (options.robots !== false) installStandardRobots(this);
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
    if (this.#closed || this.faults.connections !== 'accept') socket.close(1013);
    else attachSocket(socket, this.#connect('client'));
  }

  /** Adds a far end that a test plays message by message, reachable at `sip:<user>@<domain>`. */
  scriptedPeer(user: string): ScriptedPeer {
    const link = this.#connect('peer');
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
   * @example
   * ```ts
   * const alice = await network.scriptedClient('alice');
   * await alice.register();
   * ```
   */
  async scriptedClient(user: string, password?: string): Promise<ScriptedClient> {
    const socket = this.createWebSocket(this.server, 'sip');
    const wire = socketWire(socket);
    const account = this.accounts.find((other) => other.user === user);
    const client = new ScriptedClient(user, password ?? account?.password ?? '', this.#peerServices(wire), socket);
    await this.until(() => socket.readyState !== 0);
    return client;
  }

  /**
   * Adds an extension that behaves by itself, or replaces it.
   *
   * @param sound - what callers hear once it answered; default silence
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
    for (const link of this.#clients(options)) {
      if (options.clean === false) link.cut();
      else link.closeByServer(options.code ?? 1001);
    }
  }

  /** Makes connections half-open: whatever is sent vanishes, and nobody is told. New connections work. */
  freeze(options: SocketSelection = {}): void {
    for (const link of this.#clients(options)) link.frozen = true;
  }

  /** Lets frozen connections carry messages again; what vanished stays lost. */
  thaw(options: SocketSelection = {}): void {
    for (const link of this.#clients(options)) link.frozen = false;
  }

  /** Takes the server down, or one of its addresses: connections are cut, new ones refused. */
  down(url?: string): void {
    this.#down.add(url === undefined ? '*' : hostOf(url));
    for (const link of this.#clients({})) if (url === undefined || this.#urls.get(link) === hostOf(url)) link.cut();
  }

  /** Brings the server, or one of its addresses, back. */
  up(url?: string): void {
    this.#down.delete(url === undefined ? '*' : hostOf(url));
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
      sockets: this.#clients({}).length,
      bindings: this.#location.size,
      transactions: this.#proxy.size,
      dialogs: this.#ledger.size,
      robotCalls,
    };
  }

  /** Ends everything: connections are closed, robots' media freed, timers stopped. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const robot of this.#robots.values()) robot.close();
    for (const link of this.#links) {
      this.#location.forget(link);
      link.destroy();
    }
    this.#links.clear();
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

  #clients(selection: SocketSelection): Link[] {
    return [...this.#links].filter(
      (link) => link.kind === 'client' && (selection.user === undefined || link.user === selection.user),
    );
  }

  #latency = (): number => {
    const { latency = 0 } = this.#options;
    return typeof latency === 'number' ? latency : latency();
  };

  #dial(url: string): WebSocketLike {
    return new FakeSocket(
      {
        timers: this.#timers,
        latency: this.#latency,
        dial: () => {
          const { connections, subprotocol } = this.faults;
          if (connections === 'hang') return 'hang';
          const down = this.#down.has('*') || this.#down.has(hostOf(url));
          if (this.#closed || down || connections === 'refuse') return 'refuse';
          const link = this.#connect('client');
          this.#urls.set(link, hostOf(url));
          return { connection: link, protocol: subprotocol };
        },
      },
      url,
    );
  }

  #connect(kind: 'client' | 'peer'): Link {
    this.#nextLink += 1;
    const { clock, faults, trace } = this;
    const link = new Link({ clock, faults, trace, latency: this.#latency }, this.#nextLink, kind);
    this.#links.add(link);
    link.server.onMessage = (text) => this.#sip.receive(link, text);
    link.server.onClose = () => {
      this.#links.delete(link);
      this.#location.forget(link);
    };
    return link;
  }
}

/** Makes a SIP network in memory; see {@link FakeNetwork}. */
export function createFakeNetwork(options: FakeNetworkOptions = {}): FakeNetwork {
  return new FakeNetwork(options);
}

function hostOf(url: string): string {
  return /^\w+:\/\/([^/]*)/.exec(url)?.[1]?.toLowerCase() ?? url;
}
