import type { NetworkWatch } from '../platform.ts';
import { WebSocketTransport, type WebSocketTransportOptions } from '../transport/web-socket-transport.ts';
import { FakeWebSockets, type FakeServerBehaviour } from './fake-web-socket.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A WebSocket transport on virtual time, with scripted servers. */
export class TransportFixture {
  readonly clock: VirtualClock = new VirtualClock({ start: 1_000_000 });
  readonly sockets: FakeWebSockets;
  readonly transport: WebSocketTransport;
  readonly network: FakeNetworkWatch = new FakeNetworkWatch();
  /** What the transport told, in order. */
  readonly told: string[] = [];
  readonly messages: (string | Uint8Array)[] = [];
  readonly logged: string[] = [];

  constructor(
    behaviour: Readonly<Record<string, FakeServerBehaviour>> = {},
    options: Partial<WebSocketTransportOptions> = {},
  ) {
    this.sockets = new FakeWebSockets(behaviour);
    this.transport = new WebSocketTransport({
      servers: ['wss://one.example.com'],
      platform: this.platform,
      ...options,
    });
    const { events } = this.transport;
    events.on('stateChange', (state) => this.told.push(state));
    events.on('connecting', ({ attempts, server }) => this.told.push(`try ${attempts} ${server.slice(6, 9)}`));
    events.on('connected', ({ server }) => this.told.push(`up ${server.slice(6, 9)}`));
    events.on('disconnected', ({ error }) => this.told.push(`down ${error?.code ?? ''}`.trim()));
    events.on('message', (data) => this.messages.push(data));
  }

  get platform(): {
    clock: VirtualClock;
    random: ReturnType<typeof seededRandom>;
    logger: { log: (...line: unknown[]) => void };
    network: FakeNetworkWatch;
    createWebSocket: FakeWebSockets['create'];
  } {
    return {
      clock: this.clock,
      random: seededRandom('transport'),
      logger: { log: (...line) => this.logged.push(line.join(' ')) },
      network: this.network,
      createWebSocket: (url, protocols) => this.sockets.create(url, protocols),
    };
  }

  /** What was told since the last look. */
  news(): string[] {
    return this.told.splice(0);
  }

  /** Nothing of the transport is left. */
  get idle(): boolean {
    return this.clock.pending === 0 && this.sockets.made.every((socket) => !socket.watched && socket.readyState !== 1);
  }
}

/** A device whose network and page the test plays. */
export class FakeNetworkWatch implements NetworkWatch {
  readonly #listeners = new Set<(event: 'online' | 'offline' | 'visible') => void>();
  #online = true;

  online(): boolean {
    return this.#online;
  }

  watch(listener: (event: 'online' | 'offline' | 'visible') => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something happens to the device. */
  tell(event: 'online' | 'offline' | 'visible'): void {
    if (event !== 'visible') this.#online = event === 'online';
    for (const listener of this.#listeners) listener(event);
  }

  get watchers(): number {
    return this.#listeners.size;
  }
}
