import type { WebSocketLike } from '../platform.ts';
import type { CloseInfo, Link } from './link.ts';
import type { Timer, Timers } from './timers.ts';

/** What a {@link FakeSocket} takes from its network. */
export interface FakeSocketServices {
  readonly timers: Timers;
  readonly latency: () => number;
  /** Asks the server for a connection: a link and the subprotocol, a refusal, or nothing ever. */
  readonly dial: (url: string) => { readonly connection: Link; readonly protocol: string } | 'refuse' | 'hang';
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** The client's end of an in-memory connection, shaped like the DOM's WebSocket. */
export class FakeSocket implements WebSocketLike {
  binaryType = 'blob';
  protocol = '';
  readyState: number = CONNECTING;
  bufferedAmount = 0;
  onopen: WebSocketLike['onopen'] = null;
  onclose: WebSocketLike['onclose'] = null;
  onerror: WebSocketLike['onerror'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  readonly url: string;
  readonly #services: FakeSocketServices;
  #connecting: Timer | undefined;
  #link: Link | undefined;

  /** @throws SyntaxError for an address that is no WebSocket address, as browsers do */
  constructor(services: FakeSocketServices, url: string) {
    if (!/^wss?:\/\/[^\s/]+/i.test(url)) throw new SyntaxError(`The URL '${url}' is invalid.`);
    this.url = url;
    this.#services = services;
    this.#connecting = services.timers.after(services.latency(), () => this.#connect());
  }

  /** @throws Error while connecting, as browsers do; sends nothing once closing */
  send(data: string): void {
    if (this.readyState === CONNECTING) throw new Error("Failed to execute 'send': still in CONNECTING state.");
    if (this.readyState === OPEN) this.#link?.sendToServer(data);
  }

  close(code?: number, reason?: string): void {
    if (this.readyState >= CLOSING) return;
    const connecting = this.readyState === CONNECTING;
    this.readyState = CLOSING;
    if (connecting) this.#services.timers.after(0, () => this.#fail());
    else this.#link?.closeByClient(code, reason);
  }

  #connect(): void {
    this.#connecting = undefined;
    if (this.readyState !== CONNECTING) return;
    const answer = this.#services.dial(this.url);
    if (answer === 'hang') return;
    if (answer === 'refuse') {
      this.#fail();
      return;
    }
    this.#link = answer.connection;
    this.#link.client.onMessage = (text) => this.onmessage?.({ data: text });
    this.#link.client.onClose = (info) => this.#closed(info);
    this.protocol = answer.protocol;
    this.readyState = OPEN;
    this.onopen?.({ type: 'open' });
  }

  #fail(): void {
    this.#services.timers.stop(this.#connecting);
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.onerror?.({ type: 'error' });
    this.onclose?.({ code: 1006, reason: '', wasClean: false });
  }

  #closed(info: CloseInfo): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    if (!info.wasClean) this.onerror?.({ type: 'error' });
    this.onclose?.(info);
  }
}
