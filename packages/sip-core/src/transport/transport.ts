import type { Emitter } from '../base/emitter.ts';
import type { TransportError } from './transport-error.ts';

/** Where a transport is in its life. */
export type TransportState = 'disconnected' | 'connecting' | 'connected' | 'disconnecting';

/** The transport's name in a Via header field (RFC 3261 section 20.42, RFC 7118 section 5.1). */
export type ViaTransport = 'WS' | 'WSS' | 'TCP' | 'TLS' | 'UDP';

/** What a {@link Transport} tells. The state is committed before any of them is emitted. */
export type TransportEvents = {
  /** A server is tried; `attempts` counts the tries since the last connection, from 1. */
  readonly connecting: readonly [attempt: { readonly attempts: number; readonly server: string }];
  /** The connection stands. */
  readonly connected: readonly [connection: { readonly server: string }];
  /** The connection is gone, or could not be made; no `error` when it was asked for. */
  readonly disconnected: readonly [loss: { readonly error?: TransportError }];
  /** One SIP message; keep-alive frames never come here. */
  readonly message: readonly [data: string | Uint8Array];
  /** A keep-alive frame was sent or came in. */
  readonly keepAlive: readonly [frame: { readonly direction: 'sent' | 'received' }];
  readonly stateChange: readonly [state: TransportState];
  /** When the next attempt is due, in milliseconds since the epoch; `undefined` when none is. */
  readonly retryAt: readonly [at: number | undefined];
};

/** A connection to a SIP server that carries whole messages. `WebSocketTransport` is the one for browsers. */
export interface Transport {
  readonly state: TransportState;
  /** What requests name as their transport in Via. */
  readonly viaTransport: ViaTransport;
  /** Whether it keeps order and loses nothing while connected: decides the timers of transactions. */
  readonly reliable: boolean;
  /** The server connected to, or being tried. */
  readonly server?: string | undefined;
  readonly events: Emitter<TransportEvents>;
  /** Resolves once connected. Joins an attempt under way, and follows a disconnect under way. */
  connect(): Promise<void>;
  /** Resolves once disconnected; always in bounded time. Ends an attempt under way. */
  disconnect(): Promise<void>;
  /**
   * Sends one message.
   *
   * @throws TransportError `NOT_CONNECTED` or `SEND_FAILED`
   */
  send(text: string): void;
  /** Asks the connection for a sign of life now, where the transport can; loss is told by `disconnected`. */
  verify?(): void;
  /** Ends everything at once: no timer, listener or socket is left. */
  dispose(): void;
}
