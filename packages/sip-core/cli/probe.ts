import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import { WebSocket } from 'ws';
import type { Account } from './command-line.ts';
import type { Advice } from './advice.ts';
import { explainConnection, explainUpgrade } from './connection-advice.ts';

/** One step on the way to the server. */
export interface Step {
  readonly name: string;
  /** What was found. */
  readonly found: string;
  readonly milliseconds: number;
}

/** How far we came. */
export type ProbeResult =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly steps: readonly Step[]; readonly failed: string; readonly advice: Advice };

/** Milliseconds each step may take. */
const PATIENCE = 5000;

/**
 * Goes the way to a server step by step (name, connection, certificate, WebSocket with the subprotocol `sip`), so that a
 * failure names its step. Whatever the server does, this resolves.
 */
export async function probe({ server, origin, insecure }: Account): Promise<ProbeResult> {
  const url = new URL(server);
  const secure = url.protocol === 'wss:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  const steps: Step[] = [];

  const ways: readonly (readonly [name: string, go: () => Promise<string>])[] = [
    ['name', async () => (await lookup(host, { all: true })).map(({ address }) => address).join(', ')],
    ['connection', () => connect(host, port)],
    ...(secure ? [['certificate', () => handshake(host, port, insecure)] as const] : []),
    ['WebSocket', () => upgrade(server, origin, insecure)],
  ];
  for (const [name, go] of ways) {
    const began = performance.now();
    try {
      const found = await go();
      steps.push({ name, found, milliseconds: performance.now() - began });
    } catch (error) {
      const advice = error instanceof UpgradeRefused ? error.advice : explainConnection(error, { host, port, secure });
      return { ok: false, steps, failed: name, advice };
    }
  }
  return { ok: true, steps };
}

function connect(host: string, port: number): Promise<string> {
  return within(net.connect({ host, port }), 'connect', () => `port ${port} is open`);
}

function handshake(host: string, port: number, insecure: boolean): Promise<string> {
  // A name for an address is not allowed in SNI (RFC 6066 section 3).
  const servername = net.isIP(host) === 0 ? host : '';
  const socket = tls.connect({ host, port, servername, rejectUnauthorized: !insecure, ALPNProtocols: ['http/1.1'] });
  return within(socket, 'secureConnect', () => {
    const { subject, valid_to: end } = socket.getPeerCertificate();
    const name: unknown = subject.CN;
    const doubt = socket.authorized ? '' : `; browsers would refuse it: ${String(socket.authorizationError)}`;
    return `${socket.getProtocol() ?? 'TLS'}, ${typeof name === 'string' ? name : 'no name'}, good until ${end}${doubt}`;
  });
}

function within(socket: net.Socket, ready: string, say: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.setTimeout(PATIENCE, () => {
      socket.destroy(Object.assign(new Error('nobody answered'), { code: 'ETIMEDOUT' }));
    });
    socket.once(ready, () => {
      resolve(say());
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

/** The server answered the upgrade with something else. */
class UpgradeRefused extends Error {
  readonly advice: Advice;

  constructor(advice: Advice) {
    super(advice.what);
    this.advice = advice;
  }
}

function upgrade(server: string, origin: string | undefined, insecure: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(server, 'sip', {
      handshakeTimeout: PATIENCE,
      rejectUnauthorized: !insecure,
      ...(origin === undefined ? {} : { origin }),
    });
    socket.once('open', () => {
      resolve(`open, subprotocol "${socket.protocol}"`);
      socket.close();
    });
    socket.once('unexpected-response', (_request, response) => {
      const { location } = response.headers;
      reject(new UpgradeRefused(explainUpgrade(response.statusCode ?? 0, { origin, location })));
      socket.terminate();
    });
    socket.on('error', (error) => {
      const trouble = /subprotocol/i.test(error.message)
        ? 'subprotocol'
        : /timed out/i.test(error.message)
          ? 'silence'
          : undefined;
      reject(trouble === undefined ? error : new UpgradeRefused(explainUpgrade(trouble, { origin })));
    });
  });
}
