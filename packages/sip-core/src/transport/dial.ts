import type { Server, ServerList } from './server-list.ts';
import { TransportError } from './transport-error.ts';
import type { WebSocketConnection } from './web-socket-connection.ts';

/** What {@link dial} needs, and whom it tells. */
export interface DialOptions {
  readonly servers: ServerList;
  readonly connectionTo: (server: Server) => WebSocketConnection;
  /** Asked before each step, as whoever is told of one may change their mind. */
  readonly wanted: () => boolean;
  readonly onTrying: (server: Server) => void;
  /** The connection is handed over. */
  readonly onConnected: (connection: WebSocketConnection, server: Server) => void;
  readonly onFailed: (error: TransportError) => void;
}

/**
 * Tries the servers one after the other until one answers; each of them once.
 *
 * @returns a function that gives up and tells nobody
 */
export function dial(options: DialOptions): () => void {
  const candidates = options.servers.order();
  let connection: WebSocketConnection | undefined;

  const attempt = (index: number, last: TransportError | undefined): void => {
    const server = candidates[index];
    if (server === undefined) {
      options.onFailed(allFailed(candidates.length, last));
      return;
    }
    if (options.wanted()) options.onTrying(server);
    if (!options.wanted()) return;
    const made = options.connectionTo(server);
    connection = made;
    made.open({
      onOpen() {
        options.servers.worked(server);
        options.onConnected(made, server);
      },
      onFailed(error) {
        options.servers.failed(server);
        attempt(index + 1, error);
      },
    });
  };

  attempt(0, undefined);
  return () => connection?.drop();
}

/** A single server's error says it all; with more of them, the last one's is the cause. */
function allFailed(count: number, last: TransportError | undefined): TransportError {
  if (count === 1 && last !== undefined) return last;
  return new TransportError('CONNECT_FAILED', `None of ${count} servers could be reached.`, { cause: last });
}
