import { createServer, connect, type Server, type Socket } from 'node:net';
import { LOOPBACK } from './lab/free-ports.ts';
import { WebSocketFrames } from './web-socket-frames.ts';

/** Which way a frame goes: from the phone to the server, or back. */
export type FrameDirection = 'up' | 'down';

/** What is to be done with a message; the default is to pass it. */
export type FrameFate = 'pass' | 'drop' | 'twice' | 'after next' | 'garbled';

/** A message that came by. */
export interface SeenMessage {
  readonly direction: FrameDirection;
  /** The whole text; empty lines for a keep-alive. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One connection through the proxy. */
interface Link {
  readonly phone: Socket;
  readonly server: Socket;
  frozen: boolean;
  /** What waits while the link is frozen, in order. */
  readonly held: (() => void)[];
}

/**
 * A TCP proxy in front of a WebSocket server that fails on demand: the ways of bad networks, one method each. Faults
 * work on whole frames, so that what arrives is always a WebSocket.
 *
 * @example
 * ```ts
 * const proxy = await FaultProxy.open(kamailio.ports.ws);
 * await phone.signIn(proxy.url, { user: 'alice', tone: 440 });
 * proxy.cut();
 * ```
 */
export class FaultProxy {
  /** Every message that came by, keep-alives included. */
  readonly seen: SeenMessage[] = [];
  /** Milliseconds that each frame is late. */
  delay = 0;
  /** Whether connections are ended at once. */
  refusing = false;
  /** Decides on each message. */
  fate: (message: SeenMessage) => FrameFate = () => 'pass';
  readonly #server: Server;
  readonly #target: number;
  readonly #links = new Set<Link>();

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (phone) => this.#accept(phone));
  }

  /** @param target - port of the server, on this machine */
  static async open(target: number): Promise<FaultProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, LOOPBACK, resolve);
    });
    return new FaultProxy(server, target);
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy is closed.');
    return `ws://${LOOPBACK}:${address.port}`;
  }

  /** Connections that stand. */
  get connections(): number {
    return this.#links.size;
  }

  /** Resets every connection, on both sides. */
  cut(): void {
    for (const { phone, server } of [...this.#links]) {
      phone.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /**
   * Nothing arrives any more over the connections that stand, and nothing is closed, as when a router has forgotten
   * them: they are half-open. New ones work.
   */
  freeze(): void {
    for (const link of this.#links) link.frozen = true;
  }

  /** What was held back arrives, and all goes on. */
  thaw(): void {
    for (const link of this.#links) {
      link.frozen = false;
      for (const pass of link.held.splice(0)) pass();
    }
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  #accept(phone: Socket): void {
    phone.on('error', () => undefined);
    if (this.refusing) {
      phone.resetAndDestroy();
      return;
    }
    const server = connect(this.#target, LOOPBACK);
    const link: Link = { phone, server, frozen: false, held: [] };
    this.#links.add(link);
    this.#pass(link, 'up');
    this.#pass(link, 'down');
  }

  #pass(link: Link, direction: FrameDirection): void {
    const [from, to] = direction === 'up' ? [link.phone, link.server] : [link.server, link.phone];
    const frames = new WebSocketFrames();
    let late: Buffer | undefined;
    from.setNoDelay(true);
    from.on('error', () => undefined);
    from.on('data', (data: Buffer) => {
      for (const { bytes, text } of frames.take(data)) {
        const fate = text === undefined ? 'pass' : this.#decide(direction, text);
        if (fate === 'drop') continue;
        if (fate === 'after next') {
          late = bytes;
          continue;
        }
        this.#forward(link, to, altered(fate, bytes, text));
        if (late !== undefined) this.#forward(link, to, late);
        late = undefined;
      }
    });
    from.on('close', () => {
      const end = (): void => {
        this.#links.delete(link);
        to.destroy();
      };
      // Nor does the news of an end arrive over a frozen link.
      if (link.frozen) link.held.push(end);
      else end();
    });
  }

  #decide(direction: FrameDirection, text: string): FrameFate {
    const message = { direction, text, at: Date.now() };
    this.seen.push(message);
    return this.fate(message);
  }

  #forward(link: Link, to: Socket, bytes: Buffer): void {
    const write = (): void => {
      if (link.frozen) link.held.push(write);
      else if (to.writable) to.write(bytes);
    };
    // Equal delays keep the order.
    if (this.delay > 0) setTimeout(write, this.delay);
    else write();
  }
}

function altered(fate: FrameFate, bytes: Buffer, text: string | undefined): Buffer {
  if (fate === 'twice') return Buffer.concat([bytes, bytes]);
  if (fate !== 'garbled' || text === undefined) return bytes;
  const garbled = Buffer.from(bytes);
  // The frame itself stays whole; a mask does not mind.
  for (let at = bytes.length - Buffer.byteLength(text); at < bytes.length; at += 5) {
    garbled.writeUInt8(garbled.readUInt8(at) ^ 1, at);
  }
  return garbled;
}
