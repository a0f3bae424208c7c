import { meanOpinionScore } from './mos.ts';
import type { FlowCounters, ReportReading } from './read-report.ts';
import type {
  MediumStatistics,
  ReceivedStatistics,
  SentStatistics,
  StatisticsSnapshot,
} from './statistics-snapshot.ts';

/** A reading and when it was taken, in milliseconds since the epoch. */
export interface TimedReading {
  readonly at: number;
  readonly reading: ReportReading;
}

/** What packets of 20 ms and the codec's look-ahead add to the delay, in milliseconds. */
const PACKET_DELAY = 30;

/**
 * What happened between two readings.
 *
 * @param before - the one an interval ago; without one, rates are 0 and shares count from the beginning
 */
export function compareReadings(before: TimedReading | undefined, now: TimedReading): StatisticsSnapshot {
  const seconds = before === undefined ? Infinity : Math.max(0.001, (now.at - before.at) / 1000);
  const medium = (kind: 'audio' | 'video'): MediumStatistics => {
    const [last, next] = [before?.reading[kind], now.reading[kind]];
    return Object.freeze({
      sent: next.sent === undefined ? null : sent(last?.sent, next.sent, seconds),
      received: next.received === undefined ? null : received(last?.received, next.received, seconds),
    });
  };
  const { path } = now.reading;
  const roundTripTime = milliseconds(now.reading.roundTripTime);
  const audio = medium('audio');
  return Object.freeze({
    at: now.at,
    audio,
    video: medium('video'),
    roundTripTime,
    path,
    mos: score(audio.received, before?.reading.audio.received, now.reading.audio.received, roundTripTime),
  });
}

function sent(before: FlowCounters | undefined, now: FlowCounters, seconds: number): SentStatistics {
  return Object.freeze({
    bitrate: bitrate(before, now, seconds),
    packets: now.packets,
    loss: now.farLoss ?? null,
    jitter: milliseconds(now.jitter),
    level: level(before, now),
    codec: now.codec,
  });
}

function received(before: FlowCounters | undefined, now: FlowCounters, seconds: number): ReceivedStatistics {
  const lost = Math.max(0, now.lost - (before?.lost ?? 0));
  const arrived = Math.max(0, now.packets - (before?.packets ?? 0));
  const emitted = (now.bufferEmitted ?? 0) - (before?.bufferEmitted ?? 0);
  const waited = (now.bufferDelay ?? 0) - (before?.bufferDelay ?? 0);
  return Object.freeze({
    bitrate: bitrate(before, now, seconds),
    packets: now.packets,
    lost: now.lost,
    loss: lost + arrived === 0 ? 0 : lost / (lost + arrived),
    jitter: milliseconds(now.jitter),
    bufferDelay: emitted > 0 ? milliseconds(waited / emitted) : null,
    level: level(before, now),
    codec: now.codec,
  });
}

function bitrate(before: FlowCounters | undefined, now: FlowCounters, seconds: number): number {
  return Math.round((8 * Math.max(0, now.bytes - (before?.bytes ?? 0))) / seconds);
}

/** The energy of the interval; a single look at the level may fall between two words. */
function level(before: FlowCounters | undefined, now: FlowCounters): number | null {
  const energy = (now.energy ?? 0) - (before?.energy ?? 0);
  const duration = (now.duration ?? 0) - (before?.duration ?? 0);
  if (now.energy !== undefined && duration > 0) return Math.sqrt(Math.max(0, energy) / duration);
  return now.level ?? null;
}

function score(
  statistics: ReceivedStatistics | null,
  before: FlowCounters | undefined,
  now: FlowCounters | undefined,
  roundTripTime: number | null,
): number | null {
  if (statistics === null || now === undefined || now.packets === (before?.packets ?? 0)) return null;
  const delay = (roundTripTime ?? 0) / 2 + (statistics.bufferDelay ?? 2 * (statistics.jitter ?? 0)) + PACKET_DELAY;
  return meanOpinionScore({ delay, loss: statistics.loss, codec: statistics.codec });
}

function milliseconds(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds * 10_000) / 10;
}
