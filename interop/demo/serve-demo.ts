import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { defaultAccounts } from '@hookswitch/sip-core/testing';
import { createServer as createVite } from 'vite';
import { Baresip } from '../lab/baresip.ts';
import { findProgram } from '../lab/daemon.ts';
import { LOOPBACK } from '../lab/free-ports.ts';
import { type Lab, startLab } from '../lab/lab.ts';
import { Sipp } from '../lab/sipp.ts';

/** The demo, with Kamailio behind it. */
export interface ServedDemo {
  readonly url: string;
  readonly lab: Lab;
  /** Extensions that a machine answers, and what each does. */
  readonly extensions: readonly (readonly [extension: string, description: string])[];
  close(): Promise<void>;
}

/** Where the page's phone connects to. */
const SIP_PATH = '/sip';
const page = path.resolve(import.meta.dirname, '../../apps/demo');

/** The desk phone's account. */
const DESK = { user: '601', password: 'on-the-desk' };

/**
 * Serves the demo's page as `npm start` does, at the same addresses and with the same accounts, but with Kamailio and
 * rtpengine in place of the embedded server.
 *
 * @param port - 0 for any that is free
 */
export async function serveDemo(port: number): Promise<ServedDemo> {
  const lab = await startLab({
    domain: 'example.com',
    accounts: Object.fromEntries([...defaultAccounts, DESK].map(({ user, password }) => [user, password])),
    plain: { 602: '486' },
    presence: true,
    rtpengine: findProgram('rtpengine') !== undefined,
  });
  try {
    const extensions = await startMachines(lab);
    const http = createServer();
    await new Promise<void>((resolve, reject) => {
      http.once('error', reject).listen(port, LOOPBACK, resolve);
    });
    const vite = await createVite({
      root: page,
      configFile: path.join(page, 'vite.config.ts'),
      clearScreen: false,
      logLevel: 'warn',
      server: { middlewareMode: true, ws: { server: http } },
    });
    http.on('request', vite.middlewares);
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url === SIP_PATH) forward(request, socket, head, lab.kamailio.ports.ws);
    });
    return {
      url: `http://${LOOPBACK}:${portOf(http)}/`,
      lab,
      extensions,
      async close() {
        await vite.close();
        http.closeAllConnections();
        http.close();
        await lab.stop();
      },
    };
  } catch (error) {
    await lab.stop();
    throw error;
  }
}

/** What can answer calls here, as far as it is installed. */
async function startMachines(lab: Lab): Promise<[string, string][]> {
  const extensions: [string, string][] = [['602', 'is always busy']];
  if (findProgram('sipp') !== undefined) {
    await Sipp.answering(lab, '600');
    await Sipp.answering(lab, '603', 'ring-until-cancel');
    extensions.push(['600', 'a plain phone (SIPp) that echoes what you say'], ['603', 'rings and never answers']);
  }
  if (findProgram('baresip') !== undefined) {
    await Baresip.start(lab, DESK.user);
    extensions.push([DESK.user, 'a desk phone (baresip) that plays a tone']);
  }
  return extensions.sort();
}

/** Hands a WebSocket on to Kamailio, bytes as they are: the page and its server share one address. */
function forward(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
  const server = connect(port, LOOPBACK);
  const lines = [`GET ${SIP_PATH} HTTP/1.1`];
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    lines.push(`${request.rawHeaders[at] ?? ''}: ${request.rawHeaders[at + 1] ?? ''}`);
  }
  server.write(`${lines.join('\r\n')}\r\n\r\n`);
  server.write(head);
  server.pipe(socket).pipe(server);
  server.on('error', () => socket.destroy());
  socket.on('error', () => server.destroy());
  socket.on('close', () => server.destroy());
  server.on('close', () => socket.destroy());
}

function portOf(http: Server): number {
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
