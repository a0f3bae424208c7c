import { SnapshotStore } from '../../base/snapshot.ts';
import type { Platform } from '../../platform.ts';
import { MediaError } from '../media-error.ts';
import { parseCadence, renderCadence, type ToneSegment } from './cadence.ts';
import type { CallSound } from './call-sounds.ts';
import { COUNTRY_TONES, type CountryTones, type ToneCountry } from './country-tones.ts';
import { keyFrequencies } from './key-tones.ts';

/** What a {@link TonePlayer} can play over and over. */
export type PlayedSound = CallSound | 'dial';

/** How a {@link TonePlayer} sounds. */
export interface TonePlayerOptions {
  /** A country, or tones of your own; default `eu`. */
  readonly tones?: ToneCountry | CountryTones;
  /** 0 to 1; default 0.15. */
  readonly volume?: number;
}

/** A player at one moment: frozen and serialisable. */
export interface TonePlayerSnapshot {
  readonly playing: PlayedSound | null;
  /** Whether the browser keeps it silent until the visitor has touched the page; see {@link TonePlayer.unlock}. */
  readonly blocked: boolean;
}

/** Tones need no more than twice their highest frequency; the browser brings it to its own rate. */
const SAMPLE_RATE = 8000;
/** Milliseconds that a browser may take to start its sound before it counts as blocked. */
const START_TIME = 300;
/** Seconds after which a tone that only tells something ends by itself. */
const LIMITS: ReadonlyMap<PlayedSound, number> = new Map([
  ['busy', 5],
  ['congestion', 5],
  ['ended', 0.9],
]);
const ENDED = '425/200,0/100,425/200,0/400';

/**
 * Plays the tones of a telephone by Web Audio: no files, the cadence kept by the sound card and not by timers, which
 * sleep in hidden tabs.
 *
 * @example
 * ```ts
 * const player = new TonePlayer(browserPlatform(), { tones: 'uk' });
 * player.play('ringback');
 * player.key('5');
 * player.stop();
 * button.onclick = () => player.unlock();
 * ```
 */
export class TonePlayer {
  readonly #platform: Pick<Platform, 'webrtc' | 'clock' | 'logger'>;
  readonly #snapshots: SnapshotStore<TonePlayerSnapshot>;
  readonly #cadences = new Map<PlayedSound, readonly ToneSegment[]>();
  #tones: CountryTones;
  #volume: number;
  #context: AudioContext | undefined;
  #source: AudioBufferSourceNode | undefined;
  #gain: GainNode | undefined;
  #sink = '';

  constructor(platform: Pick<Platform, 'webrtc' | 'clock' | 'logger'>, options: TonePlayerOptions = {}) {
    const { tones = 'eu', volume = 0.15 } = options;
    this.#platform = platform;
    this.#tones = tonesOf(tones);
    this.#volume = volume;
    this.#snapshots = new SnapshotStore<TonePlayerSnapshot>({ playing: null, blocked: false }, (error) => {
      platform.logger.log('error', 'sounds', 'a listener threw', error);
    });
  }

  getSnapshot(): TonePlayerSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /** Plays a sound in place of the one before; the same one goes on. */
  play(sound: PlayedSound): void {
    if (this.getSnapshot().playing === sound) return;
    this.#end();
    const limit = LIMITS.get(sound);
    const started = this.#start(this.#cadenceOf(sound), limit === undefined ? undefined : limit);
    if (started === undefined) return;
    const { source } = started;
    this.#source = source;
    this.#gain = started.gain;
    this.#snapshots.update({ playing: sound });
    source.onended = () => {
      if (this.#source === source) this.stop();
    };
  }

  /** Silence. */
  stop(): void {
    this.#end();
    this.#snapshots.update({ playing: null });
  }

  /**
   * The tone of a key, beside whatever plays.
   *
   * @param duration - milliseconds; default 120
   */
  key(key: string, duration = 120): void {
    const frequencies = keyFrequencies(key);
    if (frequencies === undefined) return;
    this.#start([{ frequencies, modulation: 0, duration }], duration / 1000);
  }

  /**
   * Lets a blocked player sound; to be called from a click or a key.
   *
   * @returns whether it may sound now
   */
  async unlock(): Promise<boolean> {
    const context = this.#open();
    if (context === undefined) return false;
    // Where it stays blocked the promise stays pending.
    void context.resume().catch(() => undefined);
    return await this.#watchStart(context);
  }

  /** Sounds otherwise from now on: louder or softer at once, in another country's tones with the next sound. */
  configure({ tones, volume }: TonePlayerOptions): void {
    if (tones !== undefined && tonesOf(tones) !== this.#tones) {
      this.#tones = tonesOf(tones);
      this.#cadences.clear();
    }
    if (volume === undefined) return;
    this.#volume = volume;
    if (this.#gain !== undefined) this.#gain.gain.value = volume;
  }

  /** Where to play; an empty text is the default output. Does nothing where outputs cannot be chosen. */
  async setSinkId(deviceId: string): Promise<void> {
    this.#sink = deviceId;
    if (this.#context !== undefined) await moveTo(this.#context, deviceId);
  }

  /** Frees everything. */
  dispose(): void {
    this.stop();
    const context = this.#context;
    this.#context = undefined;
    if (context !== undefined && context.state !== 'closed') void context.close();
  }

  #cadenceOf(sound: PlayedSound): readonly ToneSegment[] {
    const known = this.#cadences.get(sound);
    if (known !== undefined) return known;
    const made = sound === 'ring' ? ringOf(this.#tones.ringback) : parseCadence(this.#textOf(sound));
    this.#cadences.set(sound, made);
    return made;
  }

  #textOf(sound: Exclude<PlayedSound, 'ring'>): string {
    return sound === 'ended' ? ENDED : this.#tones[sound];
  }

  #start(
    segments: readonly ToneSegment[],
    seconds: number | undefined,
  ): { readonly source: AudioBufferSourceNode; readonly gain: GainNode } | undefined {
    const context = this.#open();
    if (context === undefined) return undefined;
    const samples = renderCadence(segments, SAMPLE_RATE);
    const buffer = context.createBuffer(1, samples.length, SAMPLE_RATE);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    const gain = context.createGain();
    gain.gain.value = this.#volume;
    source.connect(gain).connect(context.destination);
    source.start();
    if (seconds !== undefined) source.stop(context.currentTime + seconds);
    if (context.state !== 'running') {
      void context.resume().catch(() => undefined);
      void this.#watchStart(context);
    }
    return { source, gain };
  }

  #open(): AudioContext | undefined {
    if (this.#context !== undefined) return this.#context;
    try {
      const context = this.#platform.webrtc?.createAudioContext?.();
      if (context === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'There is no Web Audio here.');
      context.onstatechange = () => {
        if (context.state === 'running') this.#snapshots.update({ blocked: false });
      };
      this.#context = context;
      if (this.#sink !== '') void moveTo(context, this.#sink).catch(() => undefined);
      return context;
    } catch (error) {
      this.#platform.logger.log('warn', 'sounds', 'No tones can be played', error);
      return undefined;
    }
  }

  /** Sound that is allowed starts within moments. */
  #watchStart(context: AudioContext): Promise<boolean> {
    const { clock } = this.#platform;
    return new Promise((resolve) => {
      const done = (): void => {
        clock.clearTimeout(timer);
        context.removeEventListener('statechange', check);
        const running = context.state === 'running';
        if (this.#context === context) this.#snapshots.update({ blocked: !running });
        resolve(running);
      };
      const check = (): void => {
        if (context.state === 'running' || context.state === 'closed') done();
      };
      const timer = clock.setTimeout(done, START_TIME);
      context.addEventListener('statechange', check);
      check();
    });
  }

  #end(): void {
    const source = this.#source;
    this.#source = undefined;
    this.#gain = undefined;
    if (source === undefined) return;
    source.onended = null;
    source.stop();
    source.disconnect();
  }
}

function tonesOf(tones: ToneCountry | CountryTones): CountryTones {
  return typeof tones === 'string' ? COUNTRY_TONES[tones] : tones;
}

/** A ring in the rhythm of the country's ringback: a chord that trills, to be told from all else in the room. */
function ringOf(ringback: string): readonly ToneSegment[] {
  return parseCadence(ringback).map((segment) =>
    segment.frequencies.length === 0 ? segment : { ...segment, frequencies: [784, 988], modulation: 18 },
  );
}

async function moveTo(context: AudioContext & { setSinkId?(id: string): Promise<void> }, id: string): Promise<void> {
  await context.setSinkId?.(id);
}
