import { Emitter } from '../../base/emitter.ts';
import type { Clock, TimerHandle } from '../../platform.ts';
import type { MediaSession } from '../media-session.ts';
import { compareReadings, type TimedReading } from './compare-readings.ts';
import { readReport } from './read-report.ts';
import type { StatisticsSnapshot } from './statistics-snapshot.ts';

/** How a {@link MediaStatistics} measures. */
export interface MediaStatisticsOptions {
  /** Milliseconds between two measurements; default 1000. */
  readonly interval?: number;
}

/**
 * What a call's media do: rates, losses, delays, loudness, both ways. Measures while somebody listens, and only then.
 *
 * @example
 * ```ts
 * const statistics = new MediaStatistics(session, platform);
 * const stop = statistics.subscribe(() => console.log(statistics.getSnapshot()?.mos));
 * ```
 */
export class MediaStatistics {
  readonly #session: MediaSession;
  readonly #clock: Clock;
  readonly #interval: number;
  readonly #events = new Emitter<{ measured: readonly [] }>();
  #snapshot: StatisticsSnapshot | null = null;
  #last: TimedReading | undefined;
  #timer: TimerHandle | undefined;
  #measuring = false;

  constructor(session: MediaSession, platform: { readonly clock: Clock }, options: MediaStatisticsOptions = {}) {
    this.#session = session;
    this.#clock = platform.clock;
    this.#interval = options.interval ?? 1000;
  }

  /** The last measurement; `null` before the first. Each is a new object. */
  getSnapshot(): StatisticsSnapshot | null {
    return this.#snapshot;
  }

  /** Calls `listener` after each measurement; returns what ends that. With the last listener the measuring ends. */
  subscribe(listener: () => void): () => void {
    const stop = this.#events.on('measured', listener);
    if (this.#events.count() === 1) {
      // What was counted long ago would make an average over all that time.
      this.#last = undefined;
      void this.#measure();
    }
    return () => {
      stop();
      if (this.#events.count() > 0) return;
      this.#clock.clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  async #measure(): Promise<void> {
    if (this.#measuring) return;
    this.#measuring = true;
    try {
      const report = await this.#session.sessionDescriptionHandler?.getStats?.();
      if (report !== undefined && this.#wanted()) this.#take({ at: this.#clock.now(), reading: readReport(report) });
    } catch {
      // A connection that is closed meanwhile has nothing to report.
    } finally {
      this.#measuring = false;
    }
    if (!this.#wanted()) return;
    this.#clock.clearTimeout(this.#timer);
    this.#timer = this.#clock.setTimeout(() => void this.#measure(), this.#interval);
  }

  #wanted(): boolean {
    return this.#events.count() > 0 && this.#session.getSnapshot().state !== 'Terminated';
  }

  #take(now: TimedReading): void {
    this.#snapshot = compareReadings(this.#last, now);
    this.#last = now;
    this.#events.emit('measured');
  }
}

const shared = new WeakMap<MediaSession, MediaStatistics>();

/** The statistics of a session, the same for everybody who asks, so that it is measured once. */
export function statisticsOf(session: MediaSession, platform: { readonly clock: Clock }): MediaStatistics {
  const known = shared.get(session);
  if (known !== undefined) return known;
  const made = new MediaStatistics(session, platform);
  shared.set(session, made);
  return made;
}
