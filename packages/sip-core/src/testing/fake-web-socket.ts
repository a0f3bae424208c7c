import type { WebSocketLike } from '../platform.ts';

/** What {@link FakeWebSockets} does when a socket is made. */
export type FakeServerBehaviour =
  /** Opens at once, before anything else runs but after the constructor. */
  | 'accept'
  /** Closes with 1006, as for a refused connection. */
  | 'refuse'
  /** Says nothing. */
  | 'silent'
  /** The constructor throws. */
  | 'throw';

/** A scripted socket: the test plays the server. */
export class FakeWebSocket implements WebSocketLike {
  binaryType = 'blob';
  protocol = '';
  readyState = 0;
  bufferedAmount = 0;
  onopen: WebSocketLike['onopen'] = null;
  onclose: WebSocketLike['onclose'] = null;
  onerror: WebSocketLike['onerror'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  /** What the client sent. */
  readonly sent: string[] = [];
  readonly url: string;
  readonly offered: string;
  /** Whether the closing handshake is answered; default true. */
  answersClose = true;
  /** Thrown by `send` when set. */
  sendError: Error | undefined;
  /** How often the client called `close`. */
  closes = 0;

  constructor(url: string, protocols: string) {
    this.url = url;
    this.offered = protocols;
  }

  send(data: string): void {
    if (this.sendError !== undefined) throw this.sendError;
    this.sent.push(data);
  }

  close(): void {
    this.closes += 1;
    if (this.readyState >= 2) return;
    const wasOpen = this.readyState === 1;
    this.readyState = 2;
    if (this.answersClose) void Promise.resolve().then(() => this.serverClose(wasOpen ? 1000 : 1006, '', wasOpen));
  }

  /** The server accepts. */
  serverOpen(protocol = 'sip'): void {
    if (this.readyState !== 0) return;
    this.protocol = protocol;
    this.readyState = 1;
    this.onopen?.({});
  }

  /** The server sends a frame. */
  serverSend(data: unknown): void {
    this.onmessage?.({ data });
  }

  /** The server, or the network, closes. */
  serverClose(code = 1006, reason = '', wasClean = false): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    if (code === 1006) this.onerror?.({});
    this.onclose?.({ code, reason, wasClean });
  }

  /** Whether the client still listens to it. */
  get watched(): boolean {
    return this.onopen !== null || this.onclose !== null || this.onmessage !== null;
  }
}

/**
 * Makes {@link FakeWebSocket}s and remembers them.
 *
 * @example
 * ```ts
 * const sockets = new FakeWebSockets({ 'wss://one.example.com': 'refuse' });
 * const transport = new WebSocketTransport({ servers, platform: { clock, random, logger, createWebSocket: sockets.create } });
 * ```
 */
export class FakeWebSockets {
  /** Every socket that was made, in order. */
  readonly made: FakeWebSocket[] = [];
  /** By URL; what is not named accepts. */
  readonly behaviour: Map<string, FakeServerBehaviour>;

  constructor(behaviour: Readonly<Record<string, FakeServerBehaviour>> = {}) {
    this.behaviour = new Map(Object.entries(behaviour));
  }

  /** Give this to the platform as `createWebSocket`. */
  readonly create = (url: string, protocols: string): FakeWebSocket => {
    const behaviour = this.behaviour.get(url) ?? 'accept';
    if (behaviour === 'throw') throw new Error('SecurityError: mixed content');
    const socket = new FakeWebSocket(url, protocols);
    this.made.push(socket);
    if (behaviour === 'accept') void Promise.resolve().then(() => socket.readyState === 0 && socket.serverOpen());
    if (behaviour === 'refuse') void Promise.resolve().then(() => socket.readyState === 0 && socket.serverClose());
    return socket;
  };

  /** The newest socket. */
  get last(): FakeWebSocket {
    const socket = this.made.at(-1);
    if (socket === undefined) throw new Error('No socket was made.');
    return socket;
  }

  /** The sockets that are connecting or open. */
  get open(): readonly FakeWebSocket[] {
    return this.made.filter((socket) => socket.readyState < 2);
  }
}
