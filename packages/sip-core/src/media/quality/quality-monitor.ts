import { Emitter, type Listener } from '../../base/emitter.ts';
import { NOTHING } from '../../base/nothing.ts';
import { SnapshotStore } from '../../base/snapshot.ts';
import type { Platform } from '../../platform.ts';
import { receives, sends } from '../direction.ts';
import { type MediaSession, type MediaSessionSnapshot, whenEnded } from '../media-session.ts';
import { type MediaStatistics, statisticsOf } from './media-statistics.ts';
import { QualityRule, type QualityRuleOptions } from './quality-rule.ts';
import type { StatisticsSnapshot } from './statistics-snapshot.ts';

/** What may be wrong with a call's sound. */
export type QualityWarningCode =
  /** More than 400 ms there and back: people talk into each other's sentences. */
  | 'HIGH_ROUND_TRIP'
  /** More than 30 ms between early and late packets. */
  | 'HIGH_JITTER'
  /** More than 3 % of the packets are lost. */
  | 'HIGH_LOSS'
  /** People would call it poor: a score under 3.5. */
  | 'LOW_MOS'
  /** The microphone gives the same silence for 10 s, and is not muted. */
  | 'DEAD_MICROPHONE'
  /** Nothing was received for 5 s, though the far end is to send. */
  | 'NO_AUDIO_RECEIVED';

/** A warning that stands. */
export interface QualityWarning {
  readonly code: QualityWarningCode;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** What was measured when it was raised, in the unit of its limit. */
  readonly value: number;
}

/** A call's quality at one moment: frozen and serialisable. */
export interface QualitySnapshot {
  /** `unknown` until sound has been measured. */
  readonly level: 'unknown' | 'good' | 'fair' | 'poor';
  /** The score, to one decimal; see `meanOpinionScore`. */
  readonly mos: number | null;
  /** The warnings that stand, the oldest first. */
  readonly warnings: readonly QualityWarning[];
}

const RULES: { readonly [Code in QualityWarningCode]: QualityRuleOptions } = {
  HIGH_ROUND_TRIP: { bad: 'above', raise: 400, clear: 350, count: 3, of: 5, calm: 3 },
  HIGH_JITTER: { bad: 'above', raise: 30, clear: 25, count: 3, of: 5, calm: 3 },
  HIGH_LOSS: { bad: 'above', raise: 0.03, clear: 0.01, count: 3, of: 5, calm: 3 },
  LOW_MOS: { bad: 'below', raise: 3.5, clear: 3.6, count: 3, of: 5, calm: 3 },
  DEAD_MICROPHONE: { bad: 'below', raise: 0.0005, clear: 0.001, count: 10, of: 10 },
  NO_AUDIO_RECEIVED: { bad: 'above', raise: 4900, clear: 2000 },
};
const CODES = /* @__PURE__ */ Object.keys(RULES) as QualityWarningCode[];

/**
 * Watches a call's quality while somebody listens, and warns: when a limit is crossed for some time, not at every hiccup.
 *
 * @example
 * ```ts
 * const quality = new QualityMonitor(session, platform);
 * quality.on('raised', ({ code }) => showHint(code));
 * const stop = quality.subscribe(() => showBadge(quality.getSnapshot().level));
 * ```
 */
export class QualityMonitor {
  readonly #session: MediaSession;
  readonly #statistics: MediaStatistics;
  readonly #snapshots: SnapshotStore<QualitySnapshot>;
  readonly #events: Emitter<{ raised: readonly [QualityWarning]; cleared: readonly [QualityWarning] }>;
  readonly #rules = new Map(CODES.map((code) => [code, new QualityRule(RULES[code])]));
  #arrived: { readonly packets: number; readonly at: number } | undefined;
  #users = 0;
  #stop: (() => void) | undefined;

  /**
   * @param statistics - what to judge; default those that everybody shares, see `statisticsOf`
   */
  constructor(
    session: MediaSession,
    platform: Pick<Platform, 'clock' | 'logger'>,
    statistics: MediaStatistics = statisticsOf(session, platform),
  ) {
    const report = (error: unknown): void => {
      platform.logger.log('error', 'quality', 'a listener threw', error);
    };
    this.#session = session;
    this.#statistics = statistics;
    this.#events = new Emitter(report);
    this.#snapshots = new SnapshotStore<QualitySnapshot>({ level: 'unknown', mos: null, warnings: NOTHING }, report);
  }

  getSnapshot(): QualitySnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#using(this.#snapshots.subscribe(listener));
  }

  /** Tells of each warning as it is raised or taken back; returns what ends that. */
  on(name: 'raised' | 'cleared', listener: Listener<readonly [QualityWarning]>): () => void {
    return this.#using(this.#events.on(name, listener));
  }

  #using(end: () => void): () => void {
    this.#users += 1;
    if (this.#users === 1) this.#start();
    let over = false;
    return () => {
      if (over) return;
      over = true;
      end();
      this.#users -= 1;
      if (this.#users === 0) this.#stop?.();
    };
  }

  #start(): void {
    this.#arrived = undefined;
    const stops = [
      this.#statistics.subscribe(() => {
        const statistics = this.#statistics.getSnapshot();
        if (statistics !== null) this.#judge(statistics);
      }),
      // An ended call is measured no more, and warns of nothing.
      whenEnded(this.#session, () => this.#show(this.#statistics.getSnapshot()?.at ?? 0, () => null)),
    ];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
  }

  #judge(statistics: StatisticsSnapshot): void {
    const values = this.#values(statistics, this.#session.getSnapshot());
    this.#show(statistics.at, (code) => values[code], statistics.mos);
  }

  #show(at: number, valueOf: (code: QualityWarningCode) => number | null, mos: number | null = null): void {
    const before = this.getSnapshot().warnings;
    const raised: QualityWarning[] = [];
    const cleared: QualityWarning[] = [];
    for (const [code, rule] of this.#rules) {
      const standing = before.find((warning) => warning.code === code);
      const value = valueOf(code);
      rule.update(value);
      if (rule.raised && standing === undefined) raised.push(Object.freeze({ code, since: at, value: value ?? 0 }));
      if (!rule.raised && standing !== undefined) cleared.push(standing);
    }
    const kept = before.filter((warning) => !cleared.includes(warning));
    const warnings = raised.length + cleared.length === 0 ? before : Object.freeze([...kept, ...raised]);
    this.#snapshots.update({
      mos: mos === null ? null : Math.round(10 * mos) / 10,
      warnings,
      level: levelOf(mos, warnings),
    });
    for (const warning of cleared) this.#events.emit('cleared', warning);
    for (const warning of raised) this.#events.emit('raised', warning);
  }

  /** What each rule looks at; `null` where the state of the call leaves nothing to judge. */
  #values(
    { at, audio, roundTripTime, mos }: StatisticsSnapshot,
    session: MediaSessionSnapshot,
  ): { readonly [Code in QualityWarningCode]: number | null } {
    const { state, hold, muted, media } = session;
    const up = state === 'Established' && media.connection === 'connected' && !hold.local && !hold.remote;
    const speaking = up && !muted.audio && media.audio !== null && sends(media.audio.local);
    const listening = up && media.audio !== null && sends(media.audio.remote) && receives(media.audio.local);
    const packets = audio.received?.packets ?? 0;
    if (!listening || this.#arrived?.packets !== packets) this.#arrived = { packets, at };
    const arriving = this.#arrived.at === at;
    return {
      HIGH_ROUND_TRIP: up ? roundTripTime : null,
      HIGH_JITTER: arriving ? (audio.received?.jitter ?? null) : null,
      HIGH_LOSS: arriving ? (audio.received?.loss ?? null) : null,
      LOW_MOS: mos,
      DEAD_MICROPHONE: speaking ? (audio.sent?.level ?? null) : null,
      NO_AUDIO_RECEIVED: listening ? at - this.#arrived.at : null,
    };
  }
}

function levelOf(mos: number | null, warnings: readonly QualityWarning[]): QualitySnapshot['level'] {
  if (warnings.some(({ code }) => code === 'NO_AUDIO_RECEIVED')) return 'poor';
  if (mos === null) return 'unknown';
  // The classes of G.107 annex B: "some users dissatisfied" starts at 4.03, "many" at 3.6.
  if (mos < 3.6) return 'poor';
  return mos < 4.03 || warnings.length > 0 ? 'fair' : 'good';
}

const shared = new WeakMap<MediaSession, QualityMonitor>();

/** The quality of a session, the same monitor for everybody who asks. */
export function qualityOf(session: MediaSession, platform: Pick<Platform, 'clock' | 'logger'>): QualityMonitor {
  const known = shared.get(session);
  if (known !== undefined) return known;
  const made = new QualityMonitor(session, platform);
  shared.set(session, made);
  return made;
}
