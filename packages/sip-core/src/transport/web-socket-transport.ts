import { Emitter } from '../base/emitter.ts';
import { listenerReport } from '../base/listener-report.ts';
import type { Platform } from '../platform.ts';
import { deferred, type Deferred } from './deferred.ts';
import { dial } from './dial.ts';
import { FailBack } from './fail-back.ts';
import { KeepAlive, type KeepAliveOptions, type KeepAliveUser } from './keep-alive.ts';
import { ServerList, type Server, type ServerEntry } from './server-list.ts';
import { TransportError } from './transport-error.ts';
import type { Transport, TransportEvents, TransportState, ViaTransport } from './transport.ts';
import { WebSocketConnection, type WebSocketConnectionUser } from './web-socket-connection.ts';

/** How a {@link WebSocketTransport} is set up. */
export interface WebSocketTransportOptions {
  /** `ws:` or `wss:` URLs, the ones with a higher weight first. */
  readonly servers: readonly (string | ServerEntry)[];
  readonly platform: Pick<Platform, 'clock' | 'random' | 'logger' | 'createWebSocket'>;
  /** Seconds a server has to open the connection; default 5. */
  readonly connectTimeout?: number;
  /** Seconds a server has to answer the closing handshake; default 2. */
  readonly closeTimeout?: number;
  readonly keepAlive?: KeepAliveOptions;
  /** Seconds a server that failed is tried after all others; default 60. */
  readonly failedFor?: number;
  /** Seconds between looks for a server of higher weight than the one connected to; default 120, 0 never looks. */
  readonly failBackInterval?: number;
  /** Asked before going back to a better server; default always. Answer `false` while calls are up. */
  readonly mayFailBack?: () => boolean;
}

/** A server that closes a connection younger than this, in milliseconds, is no better than one that refuses. */
const SHORT_LIFE = 10_000;

/**
 * SIP over WebSocket (RFC 7118): one connection at a time, to the best server that answers.
 *
 * `connect` and `disconnect` may be called at any time and in any order: calls of one kind join, and the last one
 * decides. To connect again after a loss is the work of `ConnectionRecovery`.
 *
 * @example
 * ```ts
 * const transport = new WebSocketTransport({ servers: ['wss://sip.example.com'], platform: browserPlatform() });
 * transport.events.on('message', (data) => console.log(data));
 * await transport.connect();
 * ```
 */
export class WebSocketTransport implements Transport, KeepAliveUser, WebSocketConnectionUser {
  readonly reliable = true;
  readonly events: Emitter<TransportEvents>;
  /** Pings and their answers; `setPing` and `setFlowTimer` are there. */
  readonly keepAlive: KeepAlive;
  readonly #platform: WebSocketTransportOptions['platform'];
  /** Milliseconds. */
  readonly #connectTimeout: number;
  /** Milliseconds. */
  readonly #closeTimeout: number;
  readonly #servers: ServerList;
  /** Milliseconds. */
  readonly #failBackInterval: number;
  readonly #mayFailBack: (() => boolean) | undefined;
  /** Made with the first connection to a second choice. */
  #failBack: FailBack | undefined;
  #state: TransportState = 'disconnected';
  #server: Server | undefined;
  /** Stands while connected or disconnecting. */
  #connection: WebSocketConnection | undefined;
  #since = 0;
  #attempts = 0;
  /** Set while connecting. */
  #attempt: { readonly outcome: Deferred; hangUp: () => void } | undefined;
  /** Set while disconnecting. */
  #goodbye: Deferred | undefined;
  /** A connect that waits for the disconnect before it. */
  #queued: Deferred | undefined;
  #disposed = false;
  /** What is being told, and what is to be told after it. */
  #untold: (() => void)[] | undefined;

  /**
   * @throws ConfigurationError when no server is named or a URL is none of a WebSocket
   */
  constructor(options: WebSocketTransportOptions) {
    const { clock, random, logger } = options.platform;
    // Not the options as they are: somebody put them together, and they take more than what is needed of them.
    this.#platform = options.platform;
    this.#connectTimeout = (options.connectTimeout ?? 5) * 1000;
    this.#closeTimeout = (options.closeTimeout ?? 2) * 1000;
    this.events = new Emitter(listenerReport(logger, 'transport'));
    const failedFor = (options.failedFor ?? 60) * 1000;
    this.#servers = new ServerList({ servers: options.servers, clock, random, failedFor });
    this.keepAlive = new KeepAlive(options.platform, this, options.keepAlive);
    this.#failBackInterval = (options.failBackInterval ?? 120) * 1000;
    this.#mayFailBack = options.mayFailBack;
  }

  get state(): TransportState {
    return this.#state;
  }

  get viaTransport(): ViaTransport {
    return (this.#server ?? this.#servers.preferred).viaTransport;
  }

  get server(): string | undefined {
    return this.#server?.label;
  }

  /**
   * Connects to the best server, or to the next ones when it fails.
   *
   * @throws TransportError `CONNECT_FAILED` when none of several servers could be reached (`cause` is the last one's
   * error; the error of an only server is thrown as it is), `ABORTED` when `disconnect` came in between, `CLOSED`
   * after `dispose`
   */
  connect(): Promise<void> {
    if (this.#disposed) return Promise.reject(disposed());
    if (this.#state === 'connected') return Promise.resolve();
    if (this.#state === 'disconnecting') return (this.#queued ??= deferred()).promise;
    if (this.#attempt !== undefined) return this.#attempt.outcome.promise;
    const attempt = { outcome: deferred(), hangUp: (): void => undefined };
    this.#attempt = attempt;
    const hangUp = dial({
      servers: this.#servers,
      connectionTo: (server) => this.#connectionTo(server),
      wanted: () => this.#attempt === attempt,
      onTrying: (server) => this.#trying(server),
      onConnected: (connection, server) => this.#connected(connection, server),
      onFailed: (error) => this.#ended(error),
    });
    // A listener, told of the attempt, may have ended it already.
    if (this.#attempt === attempt) attempt.hangUp = hangUp;
    else if (this.#connection === undefined) hangUp();
    return attempt.outcome.promise;
  }

  /** Closes the connection; resolves when that is done, at the latest after the close timeout. Never rejects. */
  disconnect(): Promise<void> {
    this.#queued?.reject(aborted());
    this.#queued = undefined;
    if (this.#goodbye !== undefined) return this.#goodbye.promise;
    if (this.#attempt !== undefined) this.#ended(undefined);
    const connection = this.#connection;
    if (connection === undefined) return Promise.resolve();
    const goodbye = deferred();
    this.#goodbye = goodbye;
    this.#unwatch();
    connection.close(() => this.#ended(undefined));
    this.#become('disconnecting');
    return goodbye.promise;
  }

  send(text: string): void {
    const connection = this.#connection;
    if (this.#state !== 'connected' || connection === undefined) {
      throw new TransportError('NOT_CONNECTED', `Cannot send while ${this.#state}.`);
    }
    connection.send(text);
  }

  /** Pings now; a server that has answered pings and does not answer this one is given up. */
  verify(): void {
    this.keepAlive.check();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#queued?.reject(disposed());
    this.#queued = undefined;
    this.#ended(undefined);
    this.events.clear();
  }

  /** @internal */
  onData(connection: WebSocketConnection, frame: string | Uint8Array): void {
    if (connection === this.#connection && !this.keepAlive.received(frame)) this.events.emit('message', frame);
  }

  /** @internal */
  onLost(connection: WebSocketConnection, error: TransportError): void {
    if (connection === this.#connection) this.#lost(error);
  }

  /** @internal */
  onDead(): void {
    this.#lost(new TransportError('KEEP_ALIVE_TIMEOUT', 'The server stopped answering.'));
  }

  /** @internal */
  onKeepAlive(direction: 'sent' | 'received'): void {
    this.events.emit('keepAlive', { direction });
  }

  #connectionTo(server: Server): WebSocketConnection {
    const { clock, createWebSocket } = this.#platform;
    return new WebSocketConnection({
      url: server.url,
      label: server.label,
      clock,
      createWebSocket,
      connectTimeout: this.#connectTimeout,
      closeTimeout: this.#closeTimeout,
    });
  }

  #trying(server: Server): void {
    this.#server = server;
    this.#attempts += 1;
    this.#become('connecting');
    this.#tell(() => this.events.emit('connecting', { attempts: this.#attempts, server: server.label }));
  }

  #connected(connection: WebSocketConnection, server: Server): void {
    connection.handTo(this);
    const attempt = this.#attempt;
    this.#attempt = undefined;
    this.#connection = connection;
    this.#server = server;
    this.#attempts = 0;
    this.#since = this.#platform.clock.now();
    this.keepAlive.start();
    if (this.#servers.outweighs(server)) (this.#failBack ??= this.#makeFailBack()).start(server);
    attempt?.outcome.resolve();
    this.#become('connected');
    this.#tell(() => this.events.emit('connected', { server: server.label }));
  }

  #makeFailBack(): FailBack {
    return new FailBack({
      clock: this.#platform.clock,
      servers: this.#servers,
      interval: this.#failBackInterval,
      mayFailBack: this.#mayFailBack ?? (() => true),
      connectionTo: (server) => this.#connectionTo(server),
      onConnected: (connection, server) => this.#replace(connection, server),
    });
  }

  /** The connection that stood is gone, and nobody here wanted it so. */
  #lost(error: TransportError): void {
    const server = this.#server;
    const life = this.#platform.clock.now() - this.#since;
    if (server !== undefined && life < SHORT_LIFE) this.#servers.failed(server);
    this.#ended(error);
  }

  /** To those who listen, a loss and a connection made in no time. */
  #replace(connection: WebSocketConnection, server: Server): void {
    this.#ended(new TransportError('REPLACED', `Going back to ${server.label}.`));
    if (this.#state !== 'disconnected' || this.#disposed) {
      connection.drop();
      return;
    }
    this.#trying(server);
    this.#connected(connection, server);
  }

  /** Down, for whatever reason: lets go of everything, settles what was promised, then tells. */
  #ended(error: TransportError | undefined): void {
    const attempt = this.#attempt;
    const goodbye = this.#goodbye;
    this.#unwatch();
    this.#connection?.drop();
    this.#connection = undefined;
    this.#server = undefined;
    this.#attempt = undefined;
    this.#goodbye = undefined;
    attempt?.hangUp();
    attempt?.outcome.reject(error ?? (this.#disposed ? disposed() : aborted()));
    goodbye?.resolve();
    if (this.#state === 'disconnected') return;
    this.#become('disconnected');
    this.#tell(() => this.events.emit('disconnected', error === undefined ? {} : { error }));
    const queued = this.#queued;
    this.#queued = undefined;
    queued?.resolve(this.connect());
  }

  #unwatch(): void {
    this.keepAlive.stop();
    this.#failBack?.stop();
  }

  #become(state: TransportState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#tell(() => this.events.emit('stateChange', state));
  }

  /** Tells in the order things happened, even when a listener makes the next one happen. */
  #tell(event: () => void): void {
    if (this.#untold !== undefined) {
      this.#untold.push(event);
      return;
    }
    this.#untold = [event];
    for (const next of this.#untold) next();
    this.#untold = undefined;
  }
}

function aborted(): TransportError {
  return new TransportError('ABORTED', 'A disconnect was asked for before the connection was made.');
}

function disposed(): TransportError {
  return new TransportError('CLOSED', 'The transport was disposed of.');
}
