import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { TransportFixture } from '../testing/transport-fixture.ts';
import { backoff } from './backoff.ts';
import { ConnectionRecovery, type ConnectionRecoveryOptions } from './connection-recovery.ts';

const ONE = 'wss://one.example.com';

class RecoveryFixture extends TransportFixture {
  readonly recovery: ConnectionRecovery;
  readonly retries: (number | undefined)[] = [];

  constructor(options: Partial<ConnectionRecoveryOptions> = {}) {
    super({}, { keepAlive: { mode: 'none' } });
    this.recovery = new ConnectionRecovery({ transport: this.transport, platform: this.platform, ...options });
    this.recovery.events.on('retryAt', (at) => this.retries.push(at));
  }

  /** The times of the attempts, from the last look on, in milliseconds from `from`. */
  attempts(from: number): number[] {
    return this.attemptTimes.splice(0).map((at) => at - from);
  }

  readonly attemptTimes: number[] = [];

  override get platform(): TransportFixture['platform'] {
    const platform = super.platform;
    return {
      ...platform,
      createWebSocket: (url, protocols) => {
        this.attemptTimes.push(this.clock.now());
        return platform.createWebSocket(url, protocols);
      },
    };
  }

  down(): void {
    this.sockets.behaviour.set(ONE, 'refuse');
  }

  back(): void {
    this.sockets.behaviour.clear();
  }
}

describe('[NET-02] backoff', () => {
  it('[NET-02] never waits less than the shortest nor more than the longest, grows, and is not in step', () => {
    const random = seededRandom('backoff');
    const bounds = { min: 2000, max: 30_000 };
    let before = 0;
    for (let failures = 0; failures < 40; failures += 1) {
      const waits = Array.from({ length: 200 }, () => backoff(failures, bounds, random));
      const longest = Math.max(...waits);
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(2000);
      expect(longest).toBeLessThanOrEqual(30_000);
      if (failures < 8) expect(longest).toBeGreaterThan(before);
      expect(new Set(waits).size).toBeGreaterThan(100);
      before = longest;
    }
    expect(before).toBeGreaterThan(25_000);
  });
});

describe('[NET-02] connection recovery', () => {
  it('[NET-02] keeps the waits short while somebody is waiting', async () => {
    const net = new RecoveryFixture({ hurry: () => true });
    await net.recovery.connect();
    net.down();
    net.attempts(0);
    const lost = net.clock.now();
    net.sockets.last.serverClose();
    await net.clock.run(60_000);
    const times = [0, ...net.attempts(lost)];
    const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(waits.length).toBeGreaterThan(28);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(2000);
    expect(new Set(waits).size).toBeGreaterThan(20);
    net.recovery.dispose();
    await net.transport.disconnect();
  });

  it('[NET-02] tries within half a second after a stable connection is lost, then backs off until it is back', async () => {
    const net = new RecoveryFixture();
    await net.recovery.connect();
    await net.clock.run(60_000);
    net.attempts(0);
    net.down();
    const lost = net.clock.now();
    net.sockets.last.serverClose();
    expect(net.recovery.retryAt).toBeLessThanOrEqual(lost + 500);
    await net.clock.run(120_000);
    const times = net.attempts(lost);
    expect(times[0]).toBeLessThanOrEqual(500);
    const waits = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
    expect(net.recovery.failures).toBe(times.length);
    net.back();
    expect(await net.clock.runUntil(() => net.transport.state === 'connected', 30_000)).toBe(true);
    expect(net.recovery.retryAt).toBeUndefined();
    expect(net.retries.at(-1)).toBeUndefined();
    expect(net.clock.pending).toBe(0);
  });

  it('[NET-02] keeps a server that accepts and closes at once from being hit in a loop', async () => {
    const net = new RecoveryFixture();
    net.transport.events.on('connected', () => net.sockets.last.serverClose(1011));
    await net.recovery.connect();
    await net.clock.run(300_000);
    const times = net.attempts(0);
    expect(times.length).toBeLessThan(60);
    const waits = times.slice(1).map((at, index) => at - times[index]!);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2000);
  });

  it('[NET-02] rejects the first connect when it fails and goes on in the background', async () => {
    const net = new RecoveryFixture();
    net.down();
    await expect(net.recovery.connect()).rejects.toMatchObject({ code: 'CONNECT_FAILED' });
    expect(net.recovery.retryAt).toBeGreaterThan(net.clock.now());
    net.back();
    expect(await net.clock.runUntil(() => net.transport.state === 'connected', 10_000)).toBe(true);
  });

  it('[NET-02] leaves a disconnect that was asked for alone, at any time', async () => {
    const net = new RecoveryFixture();
    await net.recovery.connect();
    await net.recovery.disconnect();
    await net.clock.run(600_000);
    expect(net.attempts(0)).toHaveLength(1);
    net.down();
    await net.recovery.connect().catch(() => undefined);
    await net.clock.run(10_000);
    await net.recovery.disconnect();
    net.attempts(0);
    await net.clock.run(600_000);
    net.network.tell('online');
    net.network.tell('visible');
    net.recovery.retryNow();
    await net.clock.run(600_000);
    expect(net.attempts(0)).toEqual([]);
    expect(net.recovery.retryAt).toBeUndefined();
    expect(net.idle).toBe(true);
  });

  it('[NET-02] goes on trying when the connect came while the disconnect before it was still under way', async () => {
    const net = new RecoveryFixture();
    await net.recovery.connect();
    net.down();
    const off = net.recovery.disconnect();
    const on = net.recovery.connect().catch(() => 'failed');
    await off;
    expect(await on).toBe('failed');
    net.back();
    await net.clock.run(10_000);
    expect(net.transport.state).toBe('connected');
  });

  it('[NET-02] understands a disconnect that was asked of the transport itself', async () => {
    const net = new RecoveryFixture();
    await net.transport.connect();
    await net.transport.disconnect();
    await net.clock.run(600_000);
    expect(net.sockets.made).toHaveLength(1);
    await net.transport.connect();
    net.sockets.last.serverClose();
    await net.clock.run(10_000);
    expect(net.transport.state).toBe('connected');
    await net.transport.disconnect();
    net.sockets.behaviour.set(ONE, 'silent');
    net.recovery.connect().catch(() => undefined);
    await net.transport.disconnect();
    await net.clock.run();
    net.network.tell('online');
    await net.clock.run(60_000);
    expect(net.transport.state).toBe('disconnected');
    expect(net.idle).toBe(true);
  });

  it('[NET-02] pauses while the device is offline and tries at once when it is online again', async () => {
    const net = new RecoveryFixture();
    await net.recovery.connect();
    await net.clock.run(60_000);
    net.network.tell('offline');
    net.sockets.last.serverClose();
    net.attempts(0);
    await net.clock.run(600_000);
    net.network.tell('visible');
    await net.clock.run(600_000);
    expect(net.attempts(0)).toEqual([]);
    net.network.tell('online');
    await net.clock.run();
    expect(net.attempts(net.clock.now())).toEqual([0]);
    expect(net.transport.state).toBe('connected');
  });

  it('[NET-02] offline takes back a retry that was planned', async () => {
    const net = new RecoveryFixture();
    net.down();
    await net.recovery.connect().catch(() => undefined);
    net.network.tell('offline');
    expect(net.recovery.retryAt).toBeUndefined();
    expect(net.clock.pending).toBe(0);
  });

  it('[NET-02] tries at once when the page is shown again, and only once at a time', async () => {
    const net = new RecoveryFixture();
    net.down();
    await net.recovery.connect().catch(() => undefined);
    await net.clock.run(40_000);
    net.attempts(0);
    net.sockets.behaviour.set(ONE, 'silent');
    for (let at = 0; at < 10; at += 1) net.network.tell(at % 2 === 0 ? 'visible' : 'online');
    expect(net.attempts(net.clock.now())).toEqual([0]);
    expect(net.recovery.retryAt).toBeUndefined();
  });

  it('[NET-02] asks a connection that seems to stand for a sign of life when network or page come back', async () => {
    const net = new TransportFixture({}, { keepAlive: { requirePong: 'always' } });
    const recovery = new ConnectionRecovery({ transport: net.transport, platform: net.platform });
    await recovery.connect();
    await net.clock.run(1000);
    net.network.tell('visible');
    expect(net.sockets.last.sent).toEqual(['\r\n\r\n']);
    net.sockets.last.serverSend('\r\n');
    net.network.tell('offline');
    net.network.tell('online');
    expect(net.sockets.last.sent).toHaveLength(2);
    net.news();
    await net.clock.run(11_000);
    expect(net.news()).toEqual([
      ...['disconnected', 'down KEEP_ALIVE_TIMEOUT', 'connecting', 'try 1 one', 'connected', 'up one'],
    ]);
  });

  it('[NET-02] can be switched off and on', async () => {
    const net = new RecoveryFixture({ enabled: false });
    await net.recovery.connect();
    net.sockets.last.serverClose();
    await net.clock.run(60_000);
    net.network.tell('online');
    expect(net.attempts(0)).toHaveLength(1);
    net.recovery.enabled = true;
    await net.clock.run(5000);
    expect(net.transport.state).toBe('connected');
    net.down();
    net.sockets.last.serverClose();
    net.recovery.enabled = false;
    expect(net.recovery.retryAt).toBeUndefined();
    expect(net.idle).toBe(true);
  });

  it('[NET-02] leaves no timer and no listener after dispose()', async () => {
    const net = new RecoveryFixture();
    const before = net.transport.events.count();
    net.down();
    await net.recovery.connect().catch(() => undefined);
    expect(net.clock.pending).toBe(1);
    net.recovery.dispose();
    expect(net.network.watchers).toBe(0);
    expect(net.transport.events.count()).toBe(before - 1);
    expect(net.recovery.events.count()).toBe(0);
    expect(net.clock.pending).toBe(0);
  });

  it('[NET-02] tells the next attempt on the transport too', async () => {
    const net = new RecoveryFixture();
    const told: (number | undefined)[] = [];
    net.transport.events.on('retryAt', (at) => told.push(at));
    net.down();
    await net.recovery.connect().catch(() => undefined);
    await net.clock.run(60_000);
    expect(told).toEqual(net.retries);
    expect(told.length).toBeGreaterThan(4);
  });

  it('[NET-02] refuses intervals that make no sense', () => {
    for (const bad of [
      { minInterval: -1 },
      { minInterval: Number.NaN },
      { maxInterval: 1 },
      { maxInterval: Number.NaN },
    ]) {
      expect(() => new RecoveryFixture(bad)).toThrow(/interval/i);
    }
  });

  it('[NET-02] settles every promise whatever the order of calls and faults, over 300 seeds', async () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const net = new RecoveryFixture();
      const random = seededRandom(seed);
      const open = new Set<number>();
      let last: 'up' | 'down' = 'down';
      for (let step = 0; step < 12; step += 1) {
        const [draw = 0, wait = 0] = random.bytes(2);
        const watch = (promise: Promise<void>): void => {
          open.add(step);
          const settled = (): boolean => open.delete(step);
          promise.then(settled, settled);
        };
        const act = draw % 8;
        if (act <= 1) {
          watch(net.recovery.connect());
          last = 'up';
        } else if (act <= 3) {
          watch(net.recovery.disconnect());
          last = 'down';
        } else if (act === 4) net.sockets.made.at(-1)?.serverClose();
        else if (act === 5) net.sockets.behaviour.set(ONE, (['refuse', 'silent', 'throw'] as const)[wait % 3]!);
        else if (act === 6) net.back();
        else net.network.tell((['visible', 'offline', 'online'] as const)[wait % 3]!);
        if (wait < 128) await net.clock.run(wait * 20);
      }
      net.back();
      net.network.tell('online');
      await net.clock.run(60_000);
      expect(open.size, `seed ${seed}`).toBe(0);
      expect(net.transport.state, `seed ${seed}`).toBe(last === 'up' ? 'connected' : 'disconnected');
      expect(net.sockets.open.length, `seed ${seed}`).toBe(last === 'up' ? 1 : 0);
      net.recovery.dispose();
      net.transport.dispose();
      await net.clock.run();
      expect(net.idle, `seed ${seed}`).toBe(true);
    }
  });
});
