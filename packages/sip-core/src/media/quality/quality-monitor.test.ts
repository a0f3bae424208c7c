import { describe, expect, it } from 'vitest';
import type { MediaSession, MediaSessionSnapshot } from '../media-session.ts';
import type { SessionDescriptionHandler } from '../session-description-handler.ts';
import { VirtualClock } from '../../testing/virtual-clock.ts';
import { MediaStatistics } from './media-statistics.ts';
import { QualityMonitor } from './quality-monitor.ts';
import { QualityRule } from './quality-rule.ts';

/** A call whose statistics a test makes up. */
class Call implements MediaSession {
  readonly id = 'call';
  readonly clock = new VirtualClock({ start: 0 });
  asked = 0;
  /** Added each second. */
  packets = 50;
  lost = 0;
  jitter = 0.005;
  roundTripTime = 0.05;
  /** Root mean square of the microphone. */
  level = 0.1;
  readonly #totals = { packets: 0, lost: 0, energy: 0, duration: 0 };
  readonly #listeners = new Set<() => void>();
  #snapshot: MediaSessionSnapshot = {
    state: 'Established',
    hold: { local: false, remote: false },
    muted: { audio: false, video: false },
    media: { audio: { local: 'sendrecv', remote: 'sendrecv' }, video: null, connection: 'connected' },
  };

  readonly sessionDescriptionHandler = { getStats: () => Promise.resolve(this.#report()) } as SessionDescriptionHandler;

  getSnapshot(): MediaSessionSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  change(changes: Partial<MediaSessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }

  #report(): RTCStatsReport {
    this.asked += 1;
    const totals = this.#totals;
    totals.packets += this.packets;
    totals.lost += this.lost;
    totals.energy += this.level ** 2;
    totals.duration += 1;
    const entries = [
      { id: 'codec', type: 'codec', mimeType: 'audio/opus' },
      {
        ...{ id: 'in', type: 'inbound-rtp', kind: 'audio', codecId: 'codec', bytesReceived: totals.packets * 80 },
        ...{ packetsReceived: totals.packets, packetsLost: totals.lost, jitter: this.jitter },
      },
      { id: 'source', type: 'media-source', totalAudioEnergy: totals.energy, totalSamplesDuration: totals.duration },
      { id: 'out', type: 'outbound-rtp', kind: 'audio', codecId: 'codec', mediaSourceId: 'source', packetsSent: 1 },
      {
        ...{ id: 'far', type: 'remote-inbound-rtp', kind: 'audio', localId: 'out', fractionLost: 0.01, jitter: 0.002 },
        roundTripTime: this.roundTripTime,
      },
      { id: 'transport', type: 'transport', selectedCandidatePairId: 'pair' },
      { id: 'pair', type: 'candidate-pair', localCandidateId: 'local', remoteCandidateId: 'remote' },
      { id: 'local', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
      { id: 'remote', type: 'remote-candidate', candidateType: 'relay', protocol: 'udp' },
    ];
    return new Map(entries.map((entry) => [entry.id, entry]));
  }
}

interface Scene {
  readonly call: Call;
  readonly monitor: QualityMonitor;
  readonly log: string[];
  readonly codes: () => readonly string[];
}

function scene(): Scene {
  const call = new Call();
  const platform = { clock: call.clock, logger: { log: () => undefined } };
  const monitor = new QualityMonitor(call, platform);
  const log: string[] = [];
  monitor.on('raised', ({ code }) => log.push(`+${code}`));
  monitor.on('cleared', ({ code }) => log.push(`-${code}`));
  return { call, monitor, log, codes: () => monitor.getSnapshot().warnings.map(({ code }) => code) };
}

describe('MediaStatistics', () => {
  it('[MED-05] measures while somebody listens, and only then', async () => {
    const call = new Call();
    const statistics = new MediaStatistics(call, call);
    await call.clock.run(5000);
    expect([call.asked, statistics.getSnapshot()]).toEqual([0, null]);
    const stops = [statistics.subscribe(() => undefined), statistics.subscribe(() => undefined)];
    await call.clock.run(4500);
    expect(call.asked).toBe(5);
    for (const stop of stops) stop();
    await call.clock.run(5000);
    expect([call.asked, call.clock.pending]).toEqual([5, 0]);
  });

  it('[MED-05] tells rates, losses, loudness, delay, codec and path of the last second', async () => {
    const call = new Call();
    const statistics = new MediaStatistics(call, call);
    statistics.subscribe(() => undefined);
    await call.clock.run(500);
    call.lost = 10;
    call.packets = 40;
    await call.clock.run(1000);
    expect(statistics.getSnapshot()).toMatchObject({
      at: 1000,
      audio: {
        sent: { codec: 'opus', level: expect.closeTo(0.1, 5) as number, loss: 0.01, jitter: 2 },
        received: { bitrate: 25_600, packets: 90, lost: 10, loss: 0.2, jitter: 5, codec: 'opus' },
      },
      video: { sent: null, received: null },
      roundTripTime: 50,
      path: { local: 'host', remote: 'relay', protocol: 'udp', relayed: true },
    });
    expect(statistics.getSnapshot()?.mos).toBeLessThan(3);
    call.change({ state: 'Terminated' });
    await call.clock.run(1500);
    expect(call.clock.pending).toBe(0);
  });
});

describe('QualityMonitor', () => {
  it('[MED-05] has nothing to say of a good call', async () => {
    const { call, monitor, log } = scene();
    await call.clock.run(30_000);
    expect(log).toEqual([]);
    expect(monitor.getSnapshot()).toMatchObject({ level: 'good', warnings: [] });
    expect(monitor.getSnapshot().mos).toBeCloseTo(4.41, 1);
  });

  it.each([
    ['HIGH_ROUND_TRIP', (call: Call) => (call.roundTripTime = 0.41), (call: Call) => (call.roundTripTime = 0.34)],
    ['HIGH_JITTER', (call: Call) => (call.jitter = 0.031), (call: Call) => (call.jitter = 0.02)],
    ['HIGH_LOSS', (call: Call) => (call.lost = 2), (call: Call) => (call.lost = 0)],
  ])('[MED-05] raises %s after three of five, and takes it back after three good ones', async (code, worse, better) => {
    const { call, log, codes } = scene();
    await call.clock.run(2500);
    worse(call);
    await call.clock.run(2000);
    expect(codes()).toEqual([]);
    await call.clock.run(1000);
    expect(codes()).toEqual([code]);
    better(call);
    await call.clock.run(2000);
    expect(codes()).toEqual([code]);
    await call.clock.run(1000);
    expect(log).toEqual([`+${code}`, `-${code}`]);
  });

  it('[MED-05] warns of a poor score', async () => {
    const { call, monitor, codes } = scene();
    await call.clock.run(500);
    call.lost = 10;
    await call.clock.run(3000);
    expect(codes()).toEqual(['HIGH_LOSS', 'LOW_MOS']);
    expect(monitor.getSnapshot().level).toBe('poor');
  });

  it('[MED-05] hears a dead microphone, not a muted one', async () => {
    const { call, codes } = scene();
    call.level = 0;
    call.change({ muted: { audio: true, video: false } });
    await call.clock.run(20_000);
    expect(codes()).toEqual([]);
    call.change({ muted: { audio: false, video: false } });
    await call.clock.run(9000);
    expect(codes()).toEqual([]);
    await call.clock.run(1500);
    expect(codes()).toEqual(['DEAD_MICROPHONE']);
    call.level = 0.01;
    await call.clock.run(1000);
    expect(codes()).toEqual([]);
  });

  it('[MED-05] notices within six seconds that nothing arrives, but for a hold', async () => {
    const { call, monitor, codes } = scene();
    await call.clock.run(2500);
    call.packets = 0;
    call.change({ hold: { local: true, remote: false } });
    await call.clock.run(20_000);
    expect(codes()).toEqual([]);
    call.change({ hold: { local: false, remote: false } });
    await call.clock.run(4000);
    expect(codes()).toEqual([]);
    await call.clock.run(2000);
    expect(codes()).toEqual(['NO_AUDIO_RECEIVED']);
    expect(monitor.getSnapshot()).toMatchObject({ level: 'poor', mos: null });
    call.packets = 50;
    await call.clock.run(1000);
    expect(codes()).toEqual([]);
  });

  it('[MED-05] takes everything back at the end, and leaves nothing running', async () => {
    const call = new Call();
    const monitor = new QualityMonitor(call, { clock: call.clock, logger: { log: () => undefined } });
    const stop = monitor.subscribe(() => undefined);
    call.roundTripTime = 1;
    await call.clock.run(5000);
    expect(monitor.getSnapshot().warnings.length).toBeGreaterThan(0);
    call.change({ state: 'Terminated' });
    expect(monitor.getSnapshot()).toEqual({ level: 'unknown', mos: null, warnings: [] });
    stop();
    await call.clock.run(2000);
    expect([call.clock.pending, call.listeners]).toEqual([0, 0]);
  });
});

describe('QualityRule', () => {
  it('[MED-05] does not flicker between its two limits', () => {
    const rule = new QualityRule({ bad: 'above', raise: 10, clear: 8, count: 2, of: 3, calm: 2 });
    const states = [11, 9, 11, 9, 9, 7, 9, 7, 7, 11].map((value) => {
      rule.update(value);
      return rule.raised;
    });
    expect(states).toEqual([false, false, true, true, true, true, true, true, false, false]);
    rule.update(11);
    expect(rule.raised).toBe(true);
    rule.update(null);
    expect(rule.raised).toBe(false);
  });
});
