import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import {
  fakeOffer,
  type PeerServices,
  ScriptedClient,
  socketWire,
  standardExtensions,
  type FakeNetwork,
} from '@hookswitch/sip-core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { readCommandLine, UsageError } from './command-line.ts';
import { PortTakenError } from './port-taken-error.ts';
import { type RunningServer, startServer, type StartServerOptions } from './start-server.ts';
import { welcome } from './welcome.ts';

const running: RunningServer[] = [];

async function start(options: StartServerOptions = {}): Promise<RunningServer> {
  const server = await startServer({ port: 0, page: 'none', ...options });
  running.push(server);
  return server;
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

function servicesOf(network: FakeNetwork): Omit<PeerServices, 'wire'> {
  return {
    random: network.random,
    domain: network.domain,
    until: (condition, timeout) => network.until(condition, timeout),
    run: (ms) => network.run(ms),
    ladder: () => network.trace.ladder(),
  };
}

async function connect(server: RunningServer, user: string): Promise<ScriptedClient> {
  const socket = new WebSocket(server.sipUrl, 'sip');
  const { network } = server;
  const like = {
    binaryType: 'nodebuffer',
    protocol: 'sip',
    readyState: 0,
    bufferedAmount: 0,
    onopen: null,
    onclose: null,
    onerror: null,
    onmessage: null as ((event: { data: unknown }) => void) | null,
    send: (data: string) => socket.send(data),
    close: () => socket.close(),
  };
  socket.on('message', (data: Buffer) => like.onmessage?.({ data: data.toString() }));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve).once('error', reject);
  });
  const password = network.accounts.find((account) => account.user === user)?.password ?? '';
  return new ScriptedClient(user, password, { ...servicesOf(network), wire: socketWire(like) }, like);
}

describe('startServer', () => {
  it('[APP-01] registers a phone over a real WebSocket, and places a call with the echo', async () => {
    const server = await start();
    const alice = await connect(server, 'alice');
    expect((await alice.register()).statusCode).toBe(200);
    expect(server.network.counts()).toMatchObject({ sockets: 1, bindings: 1 });
    const busy = alice.request('INVITE', 'sip:602@example.com', { body: fakeOffer() });
    const challenge = await alice.expectResponse(407, busy);
    alice.ack(challenge);
    const again = alice.authorized(challenge, alice.build('INVITE', 'sip:602@example.com', { body: fakeOffer() }));
    alice.send(again);
    alice.ack(await alice.expectResponse(486, again));
    alice.disconnect();
    expect(await server.network.until(() => server.network.counts().sockets === 0)).toBe(true);
    expect(server.network.counts().bindings).toBe(0);
  });

  it('[APP-01] takes no WebSocket without the subprotocol, elsewhere, or from the page of another site', async () => {
    const server = await start();
    const attempt = (url: string, protocols: string[], origin?: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(url, protocols, origin === undefined ? {} : { origin });
        socket.once('open', () => {
          resolve('open');
          socket.close();
        });
        socket.once('error', (error) => resolve(error.message));
      });
    expect(await attempt(server.sipUrl, [])).toContain('400');
    expect(await attempt(server.url, ['sip'])).toContain('404');
    expect(await attempt(server.sipUrl, ['sip'], 'https://evil.example')).toContain('403');
    expect(await attempt(server.sipUrl, ['sip'], server.url)).toBe('open');
    expect(await attempt(server.sipUrl, ['sip'], 'http://localhost:5173')).toBe('open');
  });

  it('[APP-01] says that the port is taken, or takes the next one', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    await expect(start({ port })).rejects.toThrow(PortTakenError);
    await expect(start({ port })).rejects.toThrow(/--port/);
    expect((await start({ port, strictPort: false })).port).toBeGreaterThan(port);
    other.close();
  });

  it('[APP-01] ends within a second, connections and all', async () => {
    const server = await start();
    const alice = await connect(server, 'alice');
    await alice.register();
    const began = Date.now();
    await server.close();
    expect(Date.now() - began).toBeLessThan(1000);
    expect(server.network.counts()).toMatchObject({ sockets: 0, bindings: 0 });
    const again = await start({ port: server.port });
    expect(again.port).toBe(server.port);
  });

  it('[APP-01] listens on this machine only, unless told otherwise', async () => {
    const { url } = await start();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.internal === false && address.family === 'IPv4');
    if (outside === undefined) return;
    await expect(fetch(url.replace('127.0.0.1', outside.address))).rejects.toThrow();
  });

  it('[APP-01] prints the address, the accounts and the extensions', async () => {
    const server = await start();
    const text = welcome(server);
    expect(text).toContain(server.url);
    expect(text).toContain('alice  password wonderland');
    for (const { extension } of standardExtensions) expect(text).toContain(extension);
  });
});

describe('readCommandLine', () => {
  it('[APP-01] knows a port that was named from the usual one', () => {
    expect(readCommandLine([], {})).toEqual({ port: 8060, strictPort: false, host: '127.0.0.1', page: 'vite' });
    expect(readCommandLine(['--port', '9000', '--prod'], { PORT: '1' })).toMatchObject({
      port: 9000,
      strictPort: true,
      page: 'built',
    });
    expect(readCommandLine(['--host', '0.0.0.0'], { PORT: '7000' })).toMatchObject({
      port: 7000,
      strictPort: true,
      host: '0.0.0.0',
    });
    expect(readCommandLine(['--help'], {})).toBe('help');
    expect(() => readCommandLine(['--port', 'x'], {})).toThrow(UsageError);
    expect(() => readCommandLine(['--colour'], {})).toThrow(UsageError);
  });
});
