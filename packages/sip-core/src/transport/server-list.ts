import { ConfigurationError } from '../base/errors.ts';
import { randomFraction } from '../base/identifiers.ts';
import { LazyMap } from '../base/lazy-map.ts';
import type { Clock, Random } from '../platform.ts';
import type { ViaTransport } from './transport.ts';

/** A server to connect to. */
export interface ServerEntry {
  /** A `ws:` or `wss:` URL. */
  readonly url: string;
  /** Those with a higher weight are tried first; default 0. Equals are tried in random order. */
  readonly weight?: number;
  /** The transport to name in Via, when it is not what the URL says: behind a TLS terminator, for instance. */
  readonly viaTransport?: ViaTransport;
}

/** A {@link ServerEntry} with everything filled in. */
export interface Server {
  readonly url: string;
  /** The URL without what may be secret in it: user, query and fragment. For events, logs and snapshots. */
  readonly label: string;
  readonly weight: number;
  readonly viaTransport: ViaTransport;
}

/** What a {@link ServerList} needs. */
export interface ServerListOptions {
  readonly servers: readonly (string | ServerEntry)[];
  readonly clock: Clock;
  readonly random: Random;
  /** Milliseconds that a server which failed is tried after all others; default 60 000. */
  readonly failedFor?: number;
}

const URL_PATTERN = /^wss?:\/\/[^\s/?#]+[^\s]*$/i;

/** The servers by preference, with those that failed lately at the end. */
export class ServerList {
  /** The server that is tried first when none has failed; of equals, the one named first. */
  readonly preferred: Server;
  readonly #servers: readonly Server[];
  readonly #failedUntil = new LazyMap<Server, number>();
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #failedFor: number;

  /**
   * @throws ConfigurationError when the list is empty or a URL is none of a WebSocket
   */
  constructor(options: ServerListOptions) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#failedFor = options.failedFor ?? 60_000;
    this.#servers = options.servers.map(complete);
    const [first, ...others] = this.#servers;
    if (first === undefined) throw new ConfigurationError('server', [], 'name at least one server');
    this.preferred = others.reduce((best, server) => (server.weight > best.weight ? server : best), first);
  }

  /** The order to try them in now. */
  order(): readonly Server[] {
    const now = this.#clock.now();
    return this.#servers
      .map((server) => ({ server, until: this.#failure(server, now), draw: randomFraction(this.#random) }))
      .sort((a, b) => a.until - b.until || b.server.weight - a.server.weight || a.draw - b.draw)
      .map(({ server }) => server);
  }

  /** Whether any server weighs more than `server`. */
  outweighs(server: Server): boolean {
    return this.preferred.weight > server.weight;
  }

  /** The first server that weighs more than `server` and has not failed lately. */
  better(server: Server): Server | undefined {
    const first = this.order()[0];
    if (first === undefined || first.weight <= server.weight) return undefined;
    return this.#failure(first, this.#clock.now()) === 0 ? first : undefined;
  }

  failed(server: Server): void {
    this.#failedUntil.set(server, this.#clock.now() + this.#failedFor);
  }

  worked(server: Server): void {
    this.#failedUntil.delete(server);
  }

  /** 0 for a server that is not marked; otherwise when its mark falls. */
  #failure(server: Server, now: number): number {
    const until = this.#failedUntil.get(server) ?? 0;
    return until > now ? until : 0;
  }
}

function complete(entry: string | ServerEntry): Server {
  const { url, weight = 0, viaTransport }: ServerEntry = typeof entry === 'string' ? { url: entry } : entry;
  const label = url.replace(/[?#].*$/s, '').replace(/\/\/[^/]*@/, '//');
  if (!URL_PATTERN.test(url)) throw new ConfigurationError('server', label, 'use a URL such as wss://sip.example.com');
  if (!Number.isFinite(weight)) throw new ConfigurationError('server.weight', weight, 'use a number');
  return { url, label, weight, viaTransport: viaTransport ?? (/^wss/i.test(url) ? 'WSS' : 'WS') };
}
