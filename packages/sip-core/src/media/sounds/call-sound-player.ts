import type { Platform } from '../../platform.ts';
import type { DeviceManager } from '../devices/device-manager.ts';
import { type CallSound, soundForAll, type SoundingCall } from './call-sounds.ts';
import { TonePlayer, type TonePlayerOptions, type TonePlayerSnapshot } from './tone-player.ts';

/** Where calls are read from; every `UA` is one. */
export interface SoundingCalls {
  getSnapshot(): { readonly sessions: readonly SoundingCall[] };
  subscribe(listener: () => void): () => void;
}

/** What a person may change about the sounds. */
export interface SoundSettings extends TonePlayerOptions {
  /** How loud it rings, 0 to 1; default as the other tones. */
  readonly ringVolume?: number;
}

/** How a {@link CallSoundPlayer} sounds. */
export interface CallSoundOptions extends SoundSettings {
  /** Rings on the chosen ringer, and plays all else where the conversation is. */
  readonly devices?: DeviceManager;
  /** Decides in place of the rule; `null` is silence. */
  readonly choose?: (sound: CallSound, call: SoundingCall) => CallSound | null;
}

/**
 * Rings, plays ringback and tells how calls end, for all calls of a user agent, by one rule (see `soundFor`).
 *
 * @example
 * ```ts
 * const sounds = new CallSoundPlayer(ua, browserPlatform(), { tones: 'us', devices });
 * sounds.subscribe(() => showUnlockButton(sounds.getSnapshot().blocked));
 * ```
 */
export class CallSoundPlayer {
  readonly #calls: SoundingCalls;
  readonly #choose: NonNullable<CallSoundOptions['choose']>;
  readonly #line: TonePlayer;
  readonly #bell: TonePlayer;
  readonly #ends: readonly (() => void)[];
  /** Ended calls whose tone was played. */
  #told: ReadonlySet<string> = new Set();
  #silenced: ReadonlySet<string> = new Set();

  constructor(
    calls: SoundingCalls,
    platform: Pick<Platform, 'webrtc' | 'clock' | 'logger'>,
    options: CallSoundOptions = {},
  ) {
    const { devices, choose } = options;
    this.#calls = calls;
    this.#choose = choose ?? ((sound) => sound);
    this.#line = new TonePlayer(platform, options);
    this.#bell = new TonePlayer(platform, bellOptions(options));
    // Calls that ended before we came are no news.
    this.#told = this.#ended();
    this.#ends = [
      calls.subscribe(() => this.#update()),
      ...(devices === undefined ? [] : [devices.attach(this.#line, 'output'), devices.attach(this.#bell, 'ringer')]),
    ];
    this.#update();
  }

  /** What plays, and whether the browser lets it sound. */
  getSnapshot(): TonePlayerSnapshot {
    const [bell, line] = [this.#bell.getSnapshot(), this.#line.getSnapshot()];
    return bell.playing === null && !bell.blocked ? line : bell;
  }

  subscribe(listener: () => void): () => void {
    const stops = [this.#bell.subscribe(listener), this.#line.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Lets a blocked ring sound; to be called from a click or a key. Good for all sounds to come. */
  async unlock(): Promise<boolean> {
    const [bell, line] = await Promise.all([this.#bell.unlock(), this.#line.unlock()]);
    return bell && line;
  }

  /** The tone of a key of the dial pad. */
  key(key: string): void {
    this.#line.key(key);
  }

  /** Sounds otherwise from now on; what is left out stays as it is. */
  configure(settings: SoundSettings): void {
    this.#line.configure(settings);
    this.#bell.configure(bellOptions(settings));
  }

  /** Silences the calls that ring now, without a word to the callers; the next call rings again. */
  silence(): void {
    const { sessions } = this.#calls.getSnapshot();
    this.#silenced = new Set(sessions.filter(({ phase }) => phase === 'incoming').map(({ id }) => id));
    this.#update();
  }

  /** Ends every sound and frees what made it. */
  dispose(): void {
    for (const end of this.#ends) end();
    this.#bell.dispose();
    this.#line.dispose();
  }

  #update(): void {
    const { sessions } = this.#calls.getSnapshot();
    const chosen = soundForAll(sessions, (call) => this.#told.has(call.id) || this.#isSilenced(call));
    this.#told = this.#ended();
    const sound = chosen === null ? null : this.#choose(chosen.sound, chosen.call);
    if (sound === 'ring') this.#bell.play(sound);
    else this.#bell.stop();
    if (sound !== null && sound !== 'ring') this.#line.play(sound);
    // A tone that tells of an end plays to its own end, unless something else is to be heard.
    else if (sound === 'ring' || !tells(this.#line.getSnapshot().playing) || sessions.some(isLive)) this.#line.stop();
  }

  #isSilenced({ id, phase }: SoundingCall): boolean {
    return phase === 'incoming' && this.#silenced.has(id);
  }

  #ended(): ReadonlySet<string> {
    const { sessions } = this.#calls.getSnapshot();
    return new Set(sessions.filter(({ phase }) => phase === 'ended').map(({ id }) => id));
  }
}

function bellOptions({ ringVolume, ...options }: SoundSettings): TonePlayerOptions {
  return ringVolume === undefined ? options : { ...options, volume: ringVolume };
}

function tells(sound: string | null): boolean {
  return sound === 'busy' || sound === 'congestion' || sound === 'ended';
}

function isLive({ phase }: SoundingCall): boolean {
  return phase !== 'ended' && phase !== 'ending';
}
