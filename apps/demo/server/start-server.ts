import { createServer, type Server } from 'node:http';
import { createFakeNetwork, type FakeNetwork, type FakeNetworkOptions } from '@hookswitch/sip-core/testing';
import { createNodeRobotMedia } from './node-robot-media.ts';
import { attachPage, type Page, type PageKind } from './page.ts';
import { PortTakenError } from './port-taken-error.ts';
import { attachSip, SIP_PATH } from './sip-endpoint.ts';

/** How {@link startServer} starts. */
export interface StartServerOptions {
  /** Default 8060; 0 for any that is free. */
  readonly port?: number;
  /** Default `127.0.0.1`: this machine only. */
  readonly host?: string;
  /** Whether a taken port is an error; otherwise one of the next twenty is used. Default true. */
  readonly strictPort?: boolean;
  /** The page: through Vite, as built, or none at all; default `vite`. */
  readonly page?: PageKind;
  /** What differs from the usual network: accounts, latency, digest... */
  readonly network?: FakeNetworkOptions;
}

/** A server that runs. */
export interface RunningServer {
  /** Address of the page. */
  readonly url: string;
  /** Address phones connect to. */
  readonly sipUrl: string;
  readonly port: number;
  readonly network: FakeNetwork;
  /** Ends everything; takes less than a second. */
  close(): Promise<void>;
}

/** How many ports are tried when the first is taken. */
const TRIES = 20;
/** Milliseconds after which what has not ended by itself is left to its fate. */
const PATIENCE = 500;

/**
 * Starts the demo's server: the page and the SIP network, on one port.
 *
 * @throws {@link PortTakenError} when the port, and those tried after it, are taken
 *
 * @example
 * ```ts
 * const server = await startServer({ port: 0, page: 'none' });
 * // ... phones connect to server.sipUrl ...
 * await server.close();
 * ```
 */
export async function startServer(options: StartServerOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', page: kind = 'vite' } = options;
  const network = createFakeNetwork({
    robotMedia: createNodeRobotMedia,
    proxy: { challenge: true, assertIdentity: true },
    traceLimit: 1000,
    states: true,
    ...options.network,
  });
  const http = createServer();
  let page: Page | undefined;
  try {
    const port = await listen(http, host, options.port ?? 8060, options.strictPort ?? true);
    page = await attachPage(kind, http);
    const sip = attachSip(http, network);
    const authority = `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
    const { handle, close: closePage } = page;
    http.on('request', handle);
    return {
      url: `http://${authority}/`,
      sipUrl: `ws://${authority}${SIP_PATH}`,
      port,
      network,
      close: async () => {
        network.close();
        sip.close();
        http.closeAllConnections();
        await atMost(PATIENCE, Promise.all([closePage(), closeHttp(http)]));
      },
    };
  } catch (error) {
    network.close();
    await page?.close();
    await closeHttp(http);
    throw error;
  }
}

async function listen(http: Server, host: string, first: number, strict: boolean): Promise<number> {
  const last = strict || first === 0 ? first : Math.min(first + TRIES, 65_535);
  for (let port = first; port <= last; port += 1) {
    if (await tryListen(http, host, port)) {
      const address = http.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
  }
  throw new PortTakenError(first);
}

function tryListen(http: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      http.off('listening', listening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const listening = (): void => {
      http.off('error', failed);
      resolve(true);
    };
    http.once('error', failed).once('listening', listening).listen(port, host);
  });
}

function closeHttp(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
  });
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
