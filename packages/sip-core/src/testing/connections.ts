import type { WebSocketLike } from '../platform.ts';
import { type AcceptedSocket, attachSocket } from './accepted-socket.ts';
import { FakeSocket } from './fake-socket.ts';
import { Link, type LinkServices } from './link.ts';
import type { Timers } from './timers.ts';

/** Which connections an act concerns. */
export interface SocketSelection {
  /** Only those this user is registered over. */
  readonly user?: string;
}

/** What the connections take from their network. */
export interface ConnectionsServices extends LinkServices {
  readonly timers: Timers;
  /** A message for the server. */
  readonly receive: (link: Link, text: string) => void;
  /** A connection ended. */
  readonly ended: (link: Link) => void;
}

/** Every connection to the server, and what may happen to it. */
export class Connections {
  readonly #services: ConnectionsServices;
  readonly #links = new Set<Link>();
  /** Hosts that are down; `*` stands for all. */
  readonly #down = new Set<string>();
  /** The host each client dialled. */
  readonly #hosts = new WeakMap<Link, string>();
  #count = 0;
  #closed = false;

  constructor(services: ConnectionsServices) {
    this.#services = services;
  }

  /** Connections of clients, or of one user. */
  clients(selection: SocketSelection = {}): Link[] {
    return [...this.#links].filter(
      (link) => link.kind === 'client' && (selection.user === undefined || link.user === selection.user),
    );
  }

  /** Makes a socket as `new WebSocket()` does. */
  dial(url: string): WebSocketLike {
    const { faults, latency, timers } = this.#services;
    return new FakeSocket(
      {
        timers,
        latency,
        dial: () => {
          if (faults.connections === 'hang') return 'hang';
          const host = hostOf(url);
          const down = this.#down.has('*') || this.#down.has(host);
          if (this.#closed || down || faults.connections === 'refuse') return 'refuse';
          const connection = this.add('client');
          this.#hosts.set(connection, host);
          return { connection, protocol: faults.subprotocol };
        },
      },
      url,
    );
  }

  /** Takes a socket that a real server accepted. */
  accept(socket: AcceptedSocket): void {
    const open = !this.#closed && !this.#down.has('*') && this.#services.faults.connections === 'accept';
    if (open) attachSocket(socket, this.add('client'));
    else socket.close(1013);
  }

  /** Adds a connection without a socket, such as that of a peer. */
  add(kind: 'client' | 'peer'): Link {
    this.#count += 1;
    const link = new Link(this.#services, this.#count, kind);
    this.#links.add(link);
    link.server.onMessage = (text) => this.#services.receive(link, text);
    link.server.onClose = () => {
      this.#links.delete(link);
      this.#services.ended(link);
    };
    return link;
  }

  /** Cuts what is connected to an address, or everything, and refuses it from now on. */
  down(url?: string): void {
    const host = url === undefined ? '*' : hostOf(url);
    this.#down.add(host);
    for (const link of this.clients()) if (host === '*' || this.#hosts.get(link) === host) link.cut();
  }

  up(url?: string): void {
    this.#down.delete(url === undefined ? '*' : hostOf(url));
  }

  /** Drops every connection; nobody is told. */
  close(): void {
    this.#closed = true;
    for (const link of this.#links) {
      link.destroy();
      this.#services.ended(link);
    }
    this.#links.clear();
  }
}

function hostOf(url: string): string {
  return /^\w+:\/\/([^/]*)/.exec(url)?.[1]?.toLowerCase() ?? url;
}
