import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { TransportFixture } from '../testing/transport-fixture.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { ServerList } from './server-list.ts';

const servers = [
  { url: 'wss://low.example.com', weight: 1 },
  { url: 'wss://top.example.com', weight: 10 },
  { url: 'wss://mid.example.com', weight: 5 },
];
const [LOW, TOP, MID] = servers.map(({ url }) => url) as [string, string, string];

describe('[NET-02] server list', () => {
  it('[NET-02] goes by weight, and by chance between equals', () => {
    const clock = new VirtualClock();
    const list = new ServerList({ servers, clock, random: seededRandom(1) });
    expect(list.order().map(({ url }) => url)).toEqual([TOP, MID, LOW]);
    expect(list.preferred.url).toBe(TOP);
    const equals = new ServerList({ servers: ['wss://a', 'wss://b', 'wss://c'], clock, random: seededRandom(1) });
    const firsts = new Map<string, number>();
    for (let at = 0; at < 300; at += 1) {
      const first = equals.order()[0]!.url;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    for (const count of firsts.values()) expect(count).toBeGreaterThan(60);
    expect(firsts.size).toBe(3);
  });

  it('[NET-02] puts those that failed lately last, the longest ago first, and forgives in time', () => {
    const clock = new VirtualClock();
    const list = new ServerList({ servers, clock, random: seededRandom(1), failedFor: 60_000 });
    const [top, mid] = list.order();
    list.failed(top!);
    expect(list.better(mid!)).toBeUndefined();
    clock.advance(1000);
    list.failed(mid!);
    expect(list.order().map(({ url }) => url)).toEqual([LOW, TOP, MID]);
    clock.advance(59_000);
    expect(list.order().map(({ url }) => url)).toEqual([TOP, LOW, MID]);
    expect(list.better(mid!)).toBe(top);
    expect(list.better(top!)).toBeUndefined();
    list.worked(mid!);
    expect(list.order().map(({ url }) => url)).toEqual([TOP, MID, LOW]);
  });
});

describe('[NET-02] fail over and back', () => {
  it('[NET-02] connects to the third when the first two are dead, one refusing and one silent', async () => {
    const net = new TransportFixture({ [TOP]: 'refuse', [MID]: 'silent' }, { servers, connectTimeout: 5 });
    const done = net.transport.connect();
    await net.clock.run(5000);
    await done;
    expect(net.transport.server).toBe(LOW);
    expect(net.news()).toEqual(['connecting', 'try 1 top', 'try 2 mid', 'try 3 low', 'connected', 'up low']);
  });

  it('[NET-02] fails when all of them do, with the last error as the cause, and starts over at the best', async () => {
    const net = new TransportFixture({ [TOP]: 'refuse', [MID]: 'throw', [LOW]: 'refuse' }, { servers });
    await expect(net.transport.connect()).rejects.toMatchObject({
      code: 'CONNECT_FAILED',
      message: 'None of 3 servers could be reached.',
      cause: { code: 'CONNECT_FAILED' },
    });
    net.news();
    net.sockets.behaviour.clear();
    await net.transport.connect();
    expect(net.transport.server).toBe(TOP);
    expect(net.news()).toContain('try 4 top');
  });

  it('[NET-02] goes back to the best server once it is there again, making before breaking', async () => {
    const net = new TransportFixture(
      { [TOP]: 'refuse' },
      { servers, failBackInterval: 120, keepAlive: { mode: 'none' } },
    );
    await net.transport.connect();
    expect(net.transport.server).toBe(MID);
    net.news();
    await net.clock.run(130_000);
    expect(net.transport.server).toBe(MID);
    expect(net.news()).toEqual([]);
    net.sockets.behaviour.clear();
    await net.clock.run(120_000);
    expect(net.transport.server).toBe(TOP);
    expect(net.news()).toEqual([
      ...['disconnected', 'down REPLACED', 'connecting', 'try 1 top', 'connected', 'up top'],
    ]);
    expect(net.sockets.open).toHaveLength(1);
    net.sockets.last.serverSend('hello');
    expect(net.messages).toEqual(['hello']);
    net.sockets.last.serverClose();
    expect(net.news()).toEqual(['disconnected', 'down CLOSED']);
    expect(net.idle).toBe(true);
  });

  it('[NET-02] does not go back while it may not, asked before and after', async () => {
    let calls = 1;
    const net = new TransportFixture(
      { [TOP]: 'refuse' },
      { servers, failBackInterval: 120, keepAlive: { mode: 'none' }, mayFailBack: () => calls === 0 },
    );
    await net.transport.connect();
    net.sockets.behaviour.set(TOP, 'silent');
    await net.clock.run(120_000);
    expect(net.sockets.made).toHaveLength(2);
    calls = 0;
    await net.clock.run(120_000);
    expect(net.sockets.made).toHaveLength(3);
    calls = 1;
    net.sockets.last.serverOpen();
    expect(net.transport.server).toBe(MID);
    expect(net.sockets.open).toHaveLength(1);
    net.transport.dispose();
    await net.clock.run();
    expect(net.idle).toBe(true);
  });

  it('[NET-02] gives up going back when the present connection is lost or closed meanwhile', async () => {
    for (const how of ['lost', 'closed'] as const) {
      const net = new TransportFixture(
        { [TOP]: 'refuse' },
        { servers, failBackInterval: 120, keepAlive: { mode: 'none' } },
      );
      await net.transport.connect();
      const present = net.sockets.last;
      net.sockets.behaviour.set(TOP, 'silent');
      await net.clock.run(120_000);
      expect(net.sockets.open).toHaveLength(2);
      if (how === 'lost') present.serverClose();
      else await net.transport.disconnect();
      net.sockets.last.serverOpen();
      await net.clock.run();
      expect(net.transport.state).toBe('disconnected');
      expect(net.idle).toBe(true);
    }
  });

  it('[NET-02] treats a server that closes at once like one that refuses', async () => {
    const net = new TransportFixture({}, { servers });
    await net.transport.connect();
    await net.clock.run(500);
    net.sockets.last.serverClose(1011);
    await net.transport.connect();
    expect(net.transport.server).toBe(MID);
    await net.clock.run(20_000);
    net.sockets.last.serverClose(1011);
    await net.transport.connect();
    expect(net.transport.server).toBe(MID);
  });
});
