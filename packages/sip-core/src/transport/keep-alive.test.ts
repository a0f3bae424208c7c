import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { TransportFixture } from '../testing/transport-fixture.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { KeepAlive, type KeepAliveOptions } from './keep-alive.ts';

/** A keep-alive on virtual time; `answers` decides what the server says to a ping. */
function setUp(options: KeepAliveOptions = {}): {
  clock: VirtualClock;
  keepAlive: KeepAlive;
  pings: number[];
  dead: number[];
  server: { answers: boolean };
} {
  const clock = new VirtualClock({ start: 0 });
  const pings: number[] = [];
  const dead: number[] = [];
  const server = { answers: false };
  const keepAlive = new KeepAlive(
    { clock, random: seededRandom('pings') },
    {
      send: () => {
        pings.push(clock.now());
        if (server.answers) clock.setTimeout(() => keepAlive.received('\r\n'), 50);
      },
      onDead: () => dead.push(clock.now()),
    },
    options,
  );
  return { clock, keepAlive, pings, dead, server };
}

describe('[NET-01] keep-alive', () => {
  it('[NET-01] sends a double CRLF at 80 to 100 % of the interval (RFC 5626 section 4.4)', async () => {
    const net = new TransportFixture({}, { keepAlive: { interval: 30 } });
    await net.transport.connect();
    const { last } = net.sockets;
    await net.clock.run(300_000);
    expect(new Set(last.sent)).toEqual(new Set(['\r\n\r\n']));
    expect(last.sent.length).toBeGreaterThanOrEqual(10);
    expect(last.sent.length).toBeLessThanOrEqual(13);
    const { clock, keepAlive, pings } = setUp({ interval: 100 });
    keepAlive.start();
    clock.advance(1_000_000);
    const waits = pings.slice(1).map((at, index) => at - (pings[index] ?? 0));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(80_000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(100_000);
    expect(new Set(waits).size).toBeGreaterThan(5);
  });

  it('[NET-01] tells of each frame that crosses the connection', async () => {
    const net = new TransportFixture({}, { keepAlive: { interval: 30 } });
    const frames: string[] = [];
    net.transport.events.on('keepAlive', ({ direction }) => frames.push(direction));
    await net.transport.connect();
    await net.clock.run(5000);
    expect(frames).toEqual(['sent']);
    net.sockets.last.serverSend('\r\n');
    expect(frames).toEqual(['sent', 'received']);
  });

  it('[NET-01] asks once at the beginning, so that a link which freezes later is noticed', async () => {
    const net = new TransportFixture({}, { keepAlive: { interval: 30 } });
    await net.transport.connect();
    await net.clock.run(2000);
    expect(net.sockets.last.sent).toEqual(['\r\n\r\n']);
    net.sockets.last.serverSend('\r\n');
    // Half-open from here on: nothing arrives any more, and nothing is closed.
    const before = net.clock.now();
    await net.clock.runUntil(() => net.transport.state === 'disconnected');
    expect(net.clock.now() - before).toBeLessThanOrEqual(60_000);
  });

  it('[NET-01] leaves a server alone that never answers pings', () => {
    const { clock, keepAlive, dead } = setUp();
    keepAlive.start();
    clock.advance(3_600_000);
    expect(dead).toEqual([]);
  });

  it('[NET-01] notices within two intervals that a server which answered has gone silent', async () => {
    const net = new TransportFixture({}, { keepAlive: { interval: 30 } });
    await net.transport.connect();
    await net.clock.run(31_000);
    net.sockets.last.serverSend('\r\n');
    net.news();
    await net.clock.run(29_000);
    const before = net.clock.now();
    await net.clock.runUntil(() => net.transport.state === 'disconnected');
    expect(net.clock.now() - before).toBeLessThanOrEqual(60_000);
    expect(net.news()).toEqual(['disconnected', 'down KEEP_ALIVE_TIMEOUT']);
    expect(net.idle).toBe(true);
  });

  it('[NET-01] waits ten seconds for the answer, and takes any frame for one', () => {
    const { clock, keepAlive, pings, dead } = setUp({ requirePong: 'always' });
    keepAlive.start();
    clock.advance(2000);
    clock.advance(pings[0]! + 9_999 - clock.now());
    keepAlive.received('SIP/2.0 200 OK');
    clock.advance(pings[0]! + 20_000 - clock.now());
    expect(dead).toEqual([]);
    clock.advance(60_000);
    expect(dead[0]).toBe(pings[1]! + 10_000);
  });

  it('[NET-01] with requirePong "never" only keeps the way open', () => {
    const { clock, keepAlive, server, dead } = setUp({ requirePong: 'never' });
    server.answers = true;
    keepAlive.start();
    clock.advance(60_000);
    server.answers = false;
    clock.advance(600_000);
    expect(dead).toEqual([]);
  });

  it('[NET-01] learns anew whether the server answers with each connection', () => {
    const { clock, keepAlive, server, dead } = setUp();
    server.answers = true;
    keepAlive.start();
    clock.advance(60_000);
    keepAlive.stop();
    expect(clock.pending).toBe(0);
    server.answers = false;
    keepAlive.start();
    clock.advance(600_000);
    expect(dead).toEqual([]);
  });

  it('[NET-01] follows a Flow-Timer: pings as often as it says, and counts a missing pong', () => {
    const { clock, keepAlive, pings, dead } = setUp({ interval: 120 });
    keepAlive.start();
    keepAlive.setFlowTimer(20);
    keepAlive.setFlowTimer(Number.NaN);
    clock.advance(20_000);
    expect(pings[0]).toBeGreaterThanOrEqual(16_000);
    clock.advance(10_000);
    expect(dead).toEqual([pings[0]! + 10_000]);
  });

  it('[NET-01] check() pings at once, but not while a ping is out', () => {
    const { clock, keepAlive, pings } = setUp();
    keepAlive.check();
    expect(pings).toEqual([]);
    keepAlive.start();
    clock.advance(1000);
    keepAlive.check();
    keepAlive.check();
    expect(pings).toEqual([1000]);
    clock.advance(10_000);
    keepAlive.check();
    expect(pings).toEqual([1000, 11_000]);
  });

  it('[NET-01] asks again instead of giving up when the page was frozen', () => {
    const inner = new VirtualClock({ start: 0 });
    let frozen = 0;
    const dead: number[] = [];
    const pings: number[] = [];
    const keepAlive = new KeepAlive(
      {
        clock: {
          now: () => inner.now() + frozen,
          setTimeout: (callback, delay) => inner.setTimeout(callback, delay),
          clearTimeout: (handle) => inner.clearTimeout(handle),
        },
        random: seededRandom(1),
      },
      {
        send: () => pings.push(inner.now()),
        onDead: () => dead.push(inner.now()),
      },
      { requirePong: 'always' },
    );
    keepAlive.start();
    keepAlive.check();
    frozen = 600_000;
    inner.advance(10_000);
    expect(dead).toEqual([]);
    expect(pings).toEqual([0, 10_000]);
    inner.advance(10_000);
    expect(dead).toEqual([20_000]);
  });

  it('[NET-01] sends nothing in mode "none"', () => {
    const { clock, keepAlive, pings } = setUp({ mode: 'none' });
    keepAlive.start();
    keepAlive.check();
    clock.advance(3_600_000);
    expect(pings).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('[NET-01] a ping that cannot be written waits for the deadline', () => {
    const clock = new VirtualClock({ start: 0 });
    const dead: number[] = [];
    const keepAlive = new KeepAlive(
      { clock, random: seededRandom(1) },
      {
        send: () => {
          throw new Error('closing');
        },
        onDead: () => dead.push(clock.now()),
      },
      { requirePong: 'always' },
    );
    keepAlive.start();
    keepAlive.check();
    clock.advance(10_000);
    expect(dead).toEqual([10_000]);
  });
});

describe('[NET-01] keep-alive by OPTIONS', () => {
  it('[NET-01] sends the request it was given and nothing without one', async () => {
    const { clock, keepAlive, pings, dead } = setUp({ mode: 'options', interval: 30 });
    keepAlive.start();
    await clock.run(60_000);
    let asked = 0;
    keepAlive.setPing(async () => {
      asked += 1;
    });
    await clock.run(60_000);
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(pings).toEqual([]);
    expect(dead).toEqual([]);
  });

  it.each([
    ['never settles', () => new Promise(() => undefined)],
    ['is rejected', () => Promise.reject(new Error('timeout'))],
    [
      'throws',
      () => {
        throw new Error('not connected');
      },
    ],
  ])('[NET-01] counts an answered server as dead when its next request %s', async (_, fails) => {
    const { clock, keepAlive, dead } = setUp({ mode: 'options', interval: 30 });
    keepAlive.setPing(async () => undefined);
    keepAlive.start();
    await clock.run(30_000);
    keepAlive.setPing(fails);
    await clock.run(45_000);
    expect(dead).toHaveLength(1);
  });

  it('[NET-01] takes no answer of an old connection for one of the new', async () => {
    const { clock, keepAlive, dead } = setUp({ mode: 'options', interval: 30 });
    let answer: () => void = () => undefined;
    keepAlive.setPing(() => new Promise<void>((resolve) => (answer = resolve)));
    keepAlive.start();
    keepAlive.check();
    keepAlive.start();
    answer();
    await clock.run(120_000);
    expect(dead).toEqual([]);
  });
});
