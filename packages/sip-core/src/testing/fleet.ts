import { randomHex } from '../base/identifiers.ts';
import { parseMessage } from '../message/parse-message.ts';
import type { Logger, Random, WebSocketLike } from '../platform.ts';
import { UA } from '../ua/ua.ts';
import type { UAConfiguration } from '../ua/configuration.ts';
import { createFakeMedia } from './fake-media.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

/** How a {@link Fleet} is set up. */
export interface FleetOptions {
  readonly size: number;
  readonly seed?: number;
  readonly configuration?: UAConfiguration;
}

/** What happened in one second. */
export interface FleetSecond {
  readonly connections: number;
  readonly registers: number;
}

/** What a fleet holds. */
export interface FleetCounts {
  readonly registered: number;
  readonly bindings: number;
  readonly sockets: number;
  /** Timers of all agents and of the network. */
  readonly timers: number;
  readonly transactions: number;
}

/** Milliseconds that a message takes. */
const LATENCY = 5;

/**
 * Many user agents of one server, in virtual time that passes second by second. The agents are the real ones; the server
 * is a registrar that asks for a digest, answers pings, and can be taken down. A `FakeNetwork` does far more, but for
 * ten thousand it is too slow.
 *
 * @example
 * ```ts
 * const fleet = new Fleet({ size: 10_000 });
 * fleet.start(300);
 * await fleet.run(86_400);
 * ```
 */
export class Fleet {
  readonly agents: readonly UA[];
  /** Lines that were logged as errors. */
  readonly errors: string[] = [];
  readonly #clock = new VirtualClock();
  readonly #random: Random;
  readonly #sockets = new Set<FleetSocket>();
  readonly #bindings = new Map<string, number>();
  readonly #seconds: { connections: number; registers: number }[] = [];
  #down = false;

  constructor({ size, seed = 1, configuration = {} }: FleetOptions) {
    const clock = this.#clock;
    this.#random = seededRandom(seed);
    const logger: Logger = {
      log: (level, category, message) => {
        if (level === 'error') this.errors.push(`${category}: ${message}`);
      },
    };
    const createWebSocket = (): WebSocketLike => this.#dial();
    const sessionDescriptionHandlerFactory = createFakeMedia();
    this.agents = Array.from(
      { length: size },
      (_, index) =>
        new UA({
          uri: `sip:u${index}@example.com`,
          password: 'secret',
          wsServers: 'wss://sip.example.com/',
          sessionDescriptionHandlerFactory,
          ...configuration,
          platform: { clock, random: seededRandom(seed * 1_000_003 + index), logger, createWebSocket },
        }),
    );
  }

  /** Seconds that have passed. */
  get seconds(): readonly FleetSecond[] {
    return this.#seconds;
  }

  /** Starts the agents, evenly over so many seconds. */
  start(over: number): void {
    const { length } = this.agents;
    this.agents.forEach((agent, index) => {
      this.#clock.setTimeout(() => void agent.start().catch(() => undefined), (index * over * 1000) / length);
    });
  }

  /** The server goes: every connection is cut, and none can be made. */
  down(): void {
    this.#down = true;
    this.#bindings.clear();
    for (const socket of [...this.#sockets]) socket.cut();
  }

  up(): void {
    this.#down = false;
  }

  /** Lets seconds pass. */
  async run(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 1) {
      this.#seconds.push({ connections: 0, registers: 0 });
      // In parts, so that an answer is not a second late for each promise on its way.
      for (let part = 0; part < 4; part += 1) {
        this.#clock.advance(250);
        await settled();
      }
    }
  }

  counts(): FleetCounts {
    const now = this.#clock.now();
    let registered = 0;
    let transactions = 0;
    for (const agent of this.agents) {
      if (agent.isRegistered()) registered += 1;
      const { client, server, lingering } = agent.userAgent.core.transactions.counts();
      transactions += client + server + lingering;
    }
    const bindings = [...this.#bindings.values()].filter((expiresAt) => expiresAt > now).length;
    return { registered, bindings, sockets: this.#sockets.size, timers: this.#clock.pending, transactions };
  }

  /** Stops every agent; nothing must be left then. */
  async close(): Promise<void> {
    const stopped = Promise.all(this.agents.map((agent) => agent.dispose()));
    await this.run(70);
    await stopped;
  }

  #dial(): WebSocketLike {
    const second = this.#seconds.at(-1);
    if (second !== undefined) second.connections += 1;
    const socket = new FleetSocket(
      this.#clock,
      (text) => this.#answer(socket, text),
      () => this.#sockets.delete(socket),
    );
    this.#clock.setTimeout(() => {
      if (this.#down) {
        socket.cut();
        return;
      }
      this.#sockets.add(socket);
      socket.open();
    }, LATENCY);
    return socket;
  }

  #answer(socket: FleetSocket, text: string): void {
    if (text === '\r\n\r\n') {
      socket.deliver('\r\n');
      return;
    }
    const parsed = parseMessage(text);
    if (!parsed.ok || parsed.message.kind !== 'request') return;
    const request = parsed.message;
    const copied = ['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${request.header(name) ?? ''}`);
    const to = `To: ${request.header('To') ?? ''};tag=${randomHex(this.#random, 4)}`;
    const reply = (status: string, ...lines: readonly string[]): void => {
      socket.deliver([`SIP/2.0 ${status}`, ...copied, to, ...lines, 'Content-Length: 0', '', ''].join('\r\n'));
    };
    const second = this.#seconds.at(-1);
    if (second !== undefined) second.registers += 1;
    if (!request.has('Authorization')) {
      const nonce = randomHex(this.#random, 16);
      reply('401 Unauthorized', `WWW-Authenticate: Digest realm="example.com", nonce="${nonce}", qop="auth"`);
      return;
    }
    const [contact] = request.contacts;
    const expires = Number(contact?.params.get('expires') ?? 0);
    const user = request.from.uri.user ?? '';
    if (expires === 0) this.#bindings.delete(user);
    else this.#bindings.set(user, this.#clock.now() + expires * 1000);
    reply('200 OK', ...(expires === 0 ? [] : [`Contact: ${contact?.toString() ?? ''}`]));
  }
}

/** One connection of an agent to the server of its fleet. */
class FleetSocket implements WebSocketLike {
  binaryType = 'arraybuffer';
  readonly protocol = 'sip';
  readonly bufferedAmount = 0;
  readyState = 0;
  onopen: WebSocketLike['onopen'] = null;
  onclose: WebSocketLike['onclose'] = null;
  onerror: WebSocketLike['onerror'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  readonly #clock: VirtualClock;
  readonly #received: (text: string) => void;
  readonly #ended: () => void;

  constructor(clock: VirtualClock, received: (text: string) => void, ended: () => void) {
    this.#clock = clock;
    this.#received = received;
    this.#ended = ended;
  }

  send(text: string): void {
    this.#later(() => this.#received(text));
  }

  close(code = 1000): void {
    this.#end(code, true);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.({});
  }

  deliver(data: string): void {
    this.#later(() => this.onmessage?.({ data }));
  }

  cut(): void {
    this.#end(1006, false);
  }

  #later(act: () => void): void {
    this.#clock.setTimeout(() => {
      if (this.readyState === 1) act();
    }, LATENCY);
  }

  #end(code: number, wasClean: boolean): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#ended();
    this.#clock.setTimeout(() => this.onclose?.({ code, reason: '', wasClean }), LATENCY);
  }
}

/** Lets every promise settle that needs nothing but promises. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
