import type { Clock, TimerHandle } from '../platform.ts';
import type { Server, ServerList } from './server-list.ts';
import type { WebSocketConnection } from './web-socket-connection.ts';

/** What a {@link FailBack} needs, and whom it tells. */
export interface FailBackOptions {
  readonly clock: Clock;
  readonly servers: ServerList;
  /** Milliseconds between looks; 0 never looks. */
  readonly interval: number;
  /** Whether the connection may be replaced now. */
  readonly mayFailBack: () => boolean;
  readonly connectionTo: (server: Server) => WebSocketConnection;
  /** A better server is connected; the connection is handed over. */
  readonly onConnected: (connection: WebSocketConnection, server: Server) => void;
}

/**
 * Looks, while connected to a second choice, whether a better server is back. The new connection is made before the
 * old one is given up, so a server that is still down costs nothing.
 */
export class FailBack {
  readonly #options: FailBackOptions;
  #timer: TimerHandle | undefined;
  #successor: WebSocketConnection | undefined;

  constructor(options: FailBackOptions) {
    this.#options = options;
  }

  /** Connected to `server` from now on. */
  start(server: Server): void {
    this.stop();
    const { clock, interval } = this.#options;
    if (interval <= 0) return;
    this.#timer = clock.setTimeout(() => {
      this.start(server);
      this.#look(server);
    }, interval);
  }

  stop(): void {
    this.#options.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#successor?.drop();
    this.#successor = undefined;
  }

  #look(server: Server): void {
    const { servers, mayFailBack, connectionTo } = this.#options;
    const better = servers.better(server);
    if (better === undefined || !mayFailBack()) return;
    const successor = connectionTo(better);
    this.#successor = successor;
    successor.open({
      onOpen: () => {
        // It may have been a while: a call may have begun.
        if (!mayFailBack()) {
          this.start(server);
          return;
        }
        this.#successor = undefined;
        servers.worked(better);
        this.#options.onConnected(successor, better);
      },
      onFailed: () => {
        this.#successor = undefined;
        servers.failed(better);
      },
    });
  }
}
