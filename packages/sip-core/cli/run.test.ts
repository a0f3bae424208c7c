import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { createFakeNetwork, type FakeNetworkOptions } from '@hookswitch/sip-core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { run } from './run.ts';
import type { Terminal } from './terminal.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A SIP server behind a real socket. */
async function serve(
  network: FakeNetworkOptions = {},
  { subprotocol = 'sip', status = 0 }: { subprotocol?: string | false; status?: number } = {},
): Promise<string> {
  const sip = createFakeNetwork(network);
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => subprotocol });
  http.on('upgrade', (request, socket, head) => {
    if (status > 0) socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`);
    else sockets.handleUpgrade(request, socket, head, (accepted) => sip.accept(accepted));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    sip.close();
    for (const client of sockets.clients) client.terminate();
    http.closeAllConnections();
    http.close();
  });
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** A port where somebody else talks, as that of SIP over TCP. */
async function noHttp(): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('SIP/2.0 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What a person sees, and what they type when asked for a password. */
async function see(words: string, { typed, env = {} }: { typed?: string; env?: Record<string, string> } = {}) {
  const lines: string[] = [];
  const asked: string[] = [];
  const terminal: Terminal = {
    line: (text) => lines.push(text),
    askSecret: (question) => {
      asked.push(question);
      return Promise.resolve(typed);
    },
  };
  const code = await run(words.split(' '), terminal, env);
  return { code, text: lines.join('\n'), asked };
}

const alice = (server: string): string => `--server ${server} --account alice@example.com`;
const password = { env: { SIP_PASSWORD: 'wonderland' } };

describe('[APP-05] the command line against a server', () => {
  test('registers, says what was granted and that calls will ring, and unregisters', async () => {
    const { code, text } = await see(`register ${alice(await serve())}`, password);
    expect(text).toMatch(/Registered for \d+ s; the server knows 1 phone of this account\./);
    expect(text).toContain('calls will ring');
    expect(text).toMatch(/REGISTER sip:example\.com ─+▶/);
    expect(text).toMatch(/◀─+ 401 Unauthorized \(REGISTER\)/);
    expect(code).toBe(0);
  });

  test('asks for the password where the environment has none, and never shows it', async () => {
    const { code, text, asked } = await see(`register ${alice(await serve())} --messages`, { typed: 'wonderland' });
    expect(asked).toEqual(['Password of sip:alice@example.com: ']);
    expect(text).toContain('Authorization:');
    expect(text).not.toContain('wonderland');
    expect(text).not.toMatch(/response="(?!\*\*\*)/);
    expect(code).toBe(0);
  });

  test.each([
    [
      'a wrong password',
      { env: { SIP_PASSWORD: 'guess' } },
      /although we gave a user name and a password for "example.com"/,
    ],
    ['no password', {}, /it wants a password for "example.com"/],
  ])('says what is wrong with %s', async (_name, given, said) => {
    const { code, text } = await see(`register ${alice(await serve())}`, given);
    expect(text).toMatch(said);
    // Each wrong password counts where somebody counts them.
    expect(text.match(/REGISTER .*▶/g)?.length).toBeLessThanOrEqual(2);
    expect(code).toBe(1);
  });

  test.each([
    [['SHA-256', 'MD5'], 'calls will ring', 0],
    [['MD5'], 'an algorithm that we were told not to use (--no-md5)', 1],
  ] as const)('answers no MD5 when told so, where the server offers %s', async (algorithms, said, exit) => {
    const { code, text } = await see(`register ${alice(await serve({ digest: { algorithms } }))} --no-md5`, password);
    expect(text).toContain(said);
    expect(code).toBe(exit);
  });

  test('calls, says when it rang and who answered, and hangs up', async () => {
    const { code, text } = await see(`call 600 ${alice(await serve())} --seconds 0`, password);
    expect(text).toMatch(/Answered after [\d.]+ s\./);
    expect(text).toMatch(/BYE .*▶/);
    expect(code).toBe(0);
  });

  test('reports why a call was refused', async () => {
    const { code, text } = await see(`call 602 ${alice(await serve())}`, password);
    expect(text).toContain('The server answered INVITE with 486 Busy Here.\n  They are busy.');
    expect(code).toBe(1);
  });

  test('pings the server', async () => {
    const { code, text } = await see(`ping ${alice(await serve())}`, password);
    expect(text).toMatch(/Answered 200 OK in \d+ ms\./);
    expect(code).toBe(0);
  });
});

describe('[APP-05] the command line where there is no server', () => {
  test('names a WebSocket that does not speak SIP', async () => {
    const { code, text } = await see(`ping ${alice(await serve({}, { subprotocol: false }))}`);
    expect(text).toContain('does not speak the subprotocol "sip"');
    expect(code).toBe(1);
  });

  test.each([
    [403, 'try --origin'],
    [404, 'no WebSocket at this path'],
    [502, 'the SIP server behind it is not'],
    [200, 'A web page is at this address'],
    [400, 'in place of an upgrade'],
  ])('explains HTTP %i', async (status, said) => {
    const { code, text } = await see(`ping ${alice(await serve({}, { status }))}`);
    expect(text).toContain(said);
    expect(code).toBe(1);
  });

  test('explains a port where nothing listens, a name that does not exist, and TLS where there is none', async () => {
    expect((await see(`ping ${alice('ws://127.0.0.1:1')}`)).text).toContain('Nothing listens at 127.0.0.1:1.');
    expect((await see(`ping ${alice('ws://nobody.invalid')}`)).text).toMatch(/DNS .*"nobody\.invalid"/);
    expect((await see(`ping ${alice(await noHttp())}`)).text).toContain('does not speak HTTP');
    const plain = (await serve()).replace('ws:', 'wss:');
    expect((await see(`ping ${alice(plain)}`)).text).toContain('does not speak TLS');
  });
});

describe('[APP-05] the command line itself', () => {
  test.each([
    ['dance --server ws://a --account a@b', 'Name a command'],
    ['call --server ws://a --account a@b', 'Whom shall we call?'],
    ['register --account a@b', 'Name the server'],
    ['register --server ws://a', 'Say who we are'],
    ['register --server udp:a --account a@b', 'is no WebSocket'],
    ['register --server ws://a --account sip:a:secret@b', 'without a password'],
    ['register bob --server ws://a --account a@b', 'takes no address'],
    ['register --password x', 'SIP_PASSWORD'],
    ['listen --server ws://a --account a@b --seconds soon', '--seconds must be'],
  ])('refuses "%s"', async (words, said) => {
    const { code, text } = await see(words);
    expect(text).toContain(said);
    expect(code).toBe(2);
  });

  test('explains itself', async () => {
    const { code, text } = await see('--help');
    expect(text).toContain('npx @hookswitch/sip-core <command>');
    expect(code).toBe(0);
  });
});
