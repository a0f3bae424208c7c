import { describe, expect, it } from 'vitest';
import type { WebSocketLike } from '../platform.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import type { FakeNetworkOptions } from './network-options.ts';
import { seededRandom } from './seeded-random.ts';
import { VirtualClock } from './virtual-clock.ts';

function network(options: FakeNetworkOptions = {}): FakeNetwork {
  return createFakeNetwork({ clock: new VirtualClock(), random: seededRandom('faults'), ...options });
}

function watch(socket: WebSocketLike): string[] {
  const seen: string[] = [];
  socket.onopen = () => seen.push(`open ${socket.protocol}`);
  socket.onerror = () => seen.push('error');
  socket.onclose = ({ code, wasClean }) => seen.push(`close ${code} ${wasClean}`);
  socket.onmessage = ({ data }) => seen.push(String(data).split('\r\n')[0] ?? '');
  return seen;
}

describe('FakeSocket', () => {
  it('[APP-05] opens with the subprotocol, and with none when told to', async () => {
    const net = network();
    const seen = watch(net.createWebSocket(net.server, 'sip'));
    await net.run(0);
    net.faults.subprotocol = '';
    const none = watch(net.createWebSocket(net.server, 'sip'));
    await net.run(0);
    expect([seen, none]).toEqual([['open sip'], ['open ']]);
  });

  it('[APP-05] refuses, hangs and throws as sockets do', async () => {
    const net = network();
    net.faults.connections = 'refuse';
    const refused = watch(net.createWebSocket(net.server, 'sip'));
    await net.run(0);
    net.faults.connections = 'hang';
    const socket = net.createWebSocket(net.server, 'sip');
    const hanging = watch(socket);
    await net.run(100_000);
    expect([refused, hanging]).toEqual([['error', 'close 1006 false'], []]);
    socket.close();
    await net.run(0);
    expect(hanging).toEqual(['error', 'close 1006 false']);
    expect(() => net.createWebSocket('https://example.com', 'sip')).toThrow(SyntaxError);
    net.faults.clear();
    const early = net.createWebSocket(net.server, 'sip');
    expect(() => early.send('x')).toThrow(/CONNECTING/);
  });

  it('[APP-05] closes with and without a close frame, from both ends', async () => {
    const net = network();
    const sockets = [0, 1, 2].map(() => net.createWebSocket(net.server, 'sip'));
    const seen = sockets.map(watch);
    await net.run(0);
    sockets[2]?.close();
    await net.run(10);
    net.closeSockets({ code: 1012 });
    await net.run(10);
    expect(seen.map((events) => events.slice(1))).toEqual([
      ['close 1012 true'],
      ['close 1012 true'],
      ['close 1005 true'],
    ]);
    const cut = watch(net.createWebSocket(net.server, 'sip'));
    await net.run(0);
    net.closeSockets({ clean: false });
    await net.run(0);
    expect(cut).toEqual(['open sip', 'error', 'close 1006 false']);
    expect(net.counts().sockets).toBe(0);
  });

  it('[APP-05] freezes: bytes vanish, nobody is told, and closing takes a minute', async () => {
    const net = network();
    const socket = net.createWebSocket(net.server, 'sip');
    const seen = watch(socket);
    await net.run(0);
    net.freeze();
    socket.send('\r\n\r\n');
    await net.run(1000);
    expect([seen, socket.readyState]).toEqual([['open sip'], 1]);
    expect(net.trace.entries.at(-1)?.fault).toBe('frozen');
    socket.close();
    await net.run(59_000);
    expect(socket.readyState).toBe(2);
    await net.run(2000);
    expect(seen.at(-1)).toBe('close 1006 false');
  });

  it('[APP-05] takes one of several servers down, and all', async () => {
    const net = network();
    const first = watch(net.createWebSocket('wss://a.example.com', 'sip'));
    const second = watch(net.createWebSocket('wss://b.example.com', 'sip'));
    await net.run(0);
    net.down('wss://a.example.com');
    const again = watch(net.createWebSocket('wss://a.example.com', 'sip'));
    await net.run(10);
    expect([first.length, second.length, again]).toEqual([3, 1, ['error', 'close 1006 false']]);
    net.down();
    await net.run(10);
    expect(second).toHaveLength(3);
    net.up();
    net.up('wss://a.example.com');
    const back = watch(net.createWebSocket('wss://a.example.com', 'sip'));
    await net.run(10);
    expect(back).toEqual(['open sip']);
  });
});

describe('Faults', () => {
  it('[APP-05] drops, delays, duplicates and alters the messages that are meant', async () => {
    const net = network({ latency: 20 });
    const erin = net.scriptedPeer('erin');
    const dave = net.scriptedPeer('dave');
    const say = (body: string): void => {
      erin.request('MESSAGE', 'sip:dave@example.com', { body, contentType: 'text/plain' });
    };
    net.faults.drop('MESSAGE', { direction: 'out' });
    net.faults.delay((message) => message.text.includes('late'), 500, { direction: 'in' });
    net.faults.duplicate('MESSAGE', { direction: 'out', ms: 5, user: 'dave' });
    net.faults.alter(
      (message) => message.text.includes('black'),
      (text) => text.replace('black', 'white'),
    );
    for (const body of ['lost', 'late', 'twice', 'black']) say(body);
    await net.run(1000);
    const bodies = dave.received.map((entry) => entry.message?.body);
    expect(bodies).toEqual(['twice', 'white', 'twice', 'late']);
    expect(net.faults.pending).toBe(0);
    const stop = net.faults.drop('MESSAGE', { times: Infinity });
    say('a');
    await net.run(100);
    stop();
    say('b');
    await net.run(100);
    expect(dave.received.map((entry) => entry.message?.body).slice(4)).toEqual(['b']);
  });

  it('[APP-05] keeps the order of messages when the latency changes', async () => {
    const latencies = [300, 200, 100, 0];
    const net = network({ latency: () => latencies.shift() ?? 0, robots: false });
    const erin = net.scriptedPeer('erin');
    const dave = net.scriptedPeer('dave');
    for (const body of ['1', '2', '3']) {
      erin.request('MESSAGE', 'sip:dave@example.com', { body, contentType: 'text/plain' });
    }
    await net.run(1000);
    expect(dave.received.map((entry) => entry.message?.body)).toEqual(['1', '2', '3']);
  });

  it('[APP-05] leaves nothing behind when closed', async () => {
    const clock = new VirtualClock();
    const net = network({ clock, latency: 50 });
    const alice = await net.scriptedClient('alice');
    await alice.register();
    alice.request('INVITE', 'sip:603@example.com');
    await alice.expectResponse(180);
    expect(net.counts()).toEqual({ sockets: 1, bindings: 1, transactions: 1, dialogs: 0, robotCalls: 1 });
    net.close();
    net.close();
    expect(clock.pending).toBe(0);
    expect(net.counts()).toEqual({ sockets: 0, bindings: 0, transactions: 0, dialogs: 0, robotCalls: 0 });
  });
});
