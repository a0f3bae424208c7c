import type { Clock, TimerHandle, WebSocketLike } from '../platform.ts';
import { TransportError, type TransportErrorCode } from './transport-error.ts';

/** What a {@link WebSocketConnection} needs, and whom it tells. */
export interface WebSocketConnectionOptions {
  readonly url: string;
  /** What to call the server in errors. */
  readonly label: string;
  readonly clock: Clock;
  /** Absent where the platform has no WebSocket. */
  readonly createWebSocket: ((url: string, protocols: string) => WebSocketLike) | undefined;
  /** Milliseconds the server has to open. */
  readonly connectTimeout: number;
  /** Milliseconds the server has to answer the closing handshake. */
  readonly closeTimeout: number;
}

/** Who opens a {@link WebSocketConnection}, and is told what came of it. Nothing is told after `close` or `drop`. */
export interface WebSocketDialer {
  /** It is open; {@link WebSocketConnection.handTo} says to whom, before this returns. */
  onOpen(): void;
  /** It did not open: `CONNECT_FAILED`, `CONNECT_TIMEOUT`, `BAD_SUBPROTOCOL` or `NO_WEBSOCKET`. */
  onFailed(error: TransportError): void;
}

/** Whom an open {@link WebSocketConnection} tells. Nothing is told after `close` or `drop`. */
export interface WebSocketConnectionUser {
  /** One frame. */
  onData(connection: WebSocketConnection, frame: string | Uint8Array): void;
  /** It was open and is no more: `CLOSED`. */
  onLost(connection: WebSocketConnection, error: TransportError): void;
}

/** The WebSocket subprotocol for SIP (RFC 7118 section 4). */
const SUBPROTOCOL = 'sip';

/** One socket, from its construction to its end; never used again. */
export class WebSocketConnection {
  readonly #options: WebSocketConnectionOptions;
  #socket: WebSocketLike | undefined;
  #timer: TimerHandle | undefined;

  constructor(options: WebSocketConnectionOptions) {
    this.#options = options;
  }

  /** Opens the socket. Called once; `onFailed` may come before it returns. */
  open(dialer: WebSocketDialer): void {
    const { url, label, clock, createWebSocket, connectTimeout } = this.#options;
    const fail = (code: TransportErrorCode, message: string, cause?: unknown): void => {
      this.drop();
      dialer.onFailed(new TransportError(code, `${label} ${message}`, { cause }));
    };
    if (createWebSocket === undefined) {
      fail('NO_WEBSOCKET', 'cannot be reached: the platform has no WebSocket.');
      return;
    }
    let socket: WebSocketLike;
    try {
      socket = createWebSocket(url, SUBPROTOCOL);
    } catch (cause) {
      // Mixed content, a content security policy or a blocked port: browsers throw instead of failing later.
      fail('CONNECT_FAILED', 'was refused by the platform.', cause);
      return;
    }
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    this.#timer = clock.setTimeout(
      () => fail('CONNECT_TIMEOUT', `did not answer within ${connectTimeout} ms.`),
      connectTimeout,
    );
    // An error is always followed by a close, which says as much; but Node's `ws` throws one that nobody hears.
    socket.onerror = ignore;
    socket.onclose = (event) => fail('CONNECT_FAILED', `refused the connection (${describe(event)}).`);
    socket.onopen = () => {
      if (socket.protocol !== SUBPROTOCOL) {
        fail('BAD_SUBPROTOCOL', `does not speak the subprotocol "${SUBPROTOCOL}".`);
        return;
      }
      clock.clearTimeout(this.#timer);
      socket.onopen = null;
      dialer.onOpen();
    };
  }

  /** Tells `user` from now on, once it is open. Whoever opened it is forgotten. */
  handTo(user: WebSocketConnectionUser): void {
    const socket = this.#socket;
    if (socket === undefined) return;
    socket.onmessage = ({ data }) => {
      const frame = frameOf(data);
      if (frame !== undefined) user.onData(this, frame);
    };
    socket.onclose = (event) => {
      this.drop();
      const { label } = this.#options;
      user.onLost(this, new TransportError('CLOSED', `The connection to ${label} was closed (${describe(event)}).`));
    };
  }

  /** @throws TransportError `NOT_CONNECTED` or `SEND_FAILED` */
  send(text: string): void {
    const socket = this.#socket;
    // 1 is OPEN. A socket that is closing drops what it is given without a word.
    if (socket?.readyState !== 1) throw new TransportError('NOT_CONNECTED', 'The connection is not open.');
    try {
      socket.send(text);
    } catch (cause) {
      throw new TransportError('SEND_FAILED', 'The connection refused the message.', { cause });
    }
  }

  /** Ends with the closing handshake; tells when the server has answered it or its time is over. */
  close(onClosed: () => void): void {
    const socket = this.#socket;
    const done = (): void => {
      this.drop();
      onClosed();
    };
    if (socket === undefined) {
      done();
      return;
    }
    const { clock, closeTimeout } = this.#options;
    clock.clearTimeout(this.#timer);
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = done;
    this.#timer = clock.setTimeout(done, closeTimeout);
    closeQuietly(socket);
  }

  /** Ends at once, without waiting for the server. */
  drop(): void {
    const socket = this.#socket;
    this.#options.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#socket = undefined;
    if (socket === undefined) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    closeQuietly(socket);
  }
}

function ignore(): void {
  // Said by what follows.
}

function closeQuietly(socket: WebSocketLike): void {
  try {
    // Closing twice is allowed and does nothing.
    socket.close();
  } catch {
    // There is nothing left to close.
  }
}

function describe(event: { readonly code: number; readonly reason: string }): string {
  return event.reason === '' ? `code ${String(event.code)}` : `code ${String(event.code)}: ${event.reason}`;
}

/** What came in one frame, text or binary; nothing for what no server sends. */
function frameOf(data: unknown): string | Uint8Array | undefined {
  if (typeof data === 'string') return data;
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  // By its tag, as a buffer may come from another realm.
  const isBuffer = Object.prototype.toString.call(data) === '[object ArrayBuffer]';
  return isBuffer ? new Uint8Array(data as ArrayBuffer) : undefined;
}
