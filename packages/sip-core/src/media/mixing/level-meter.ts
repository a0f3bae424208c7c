import { MediaError } from '../media-error.ts';
import type { MediaSession } from '../media-session.ts';
import { Loudness } from './loudness.ts';
import { type AudioPlatform, openContext, SessionAudio } from './session-audio.ts';

/**
 * How loud a call is at this moment, one way; made to be read many times a second.
 *
 * @example
 * ```ts
 * const meter = new LevelMeter(session, 'local', platform.webrtc);
 * bar.style.width = `${100 * meter.level()}%`;
 * meter.dispose();
 * ```
 */
export class LevelMeter {
  readonly #context: AudioContext;
  readonly #audio: SessionAudio;
  readonly #loudness: Loudness;

  /**
   * @param side - `local` is what we send, `remote` what we hear
   * @throws MediaError `MEDIA_UNSUPPORTED` where there is no Web Audio, or the call has no media of WebRTC
   */
  constructor(session: MediaSession, side: 'local' | 'remote', webrtc: AudioPlatform | undefined) {
    if (webrtc === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'There is no WebRTC here.');
    this.#context = openContext(webrtc);
    try {
      this.#audio = new SessionAudio(session, this.#context, webrtc);
    } catch (error) {
      void this.#context.close();
      throw error;
    }
    this.#loudness = new Loudness(this.#context);
    this.#audio[side].connect(this.#loudness.input);
  }

  /** From 0, which is 60 dB under full scale, to 1, in even steps of what the ear hears as loudness. */
  level(): number {
    return this.#loudness.level();
  }

  /** Frees what listens; the call goes on. */
  dispose(): void {
    this.#audio.dispose();
    this.#loudness.input.disconnect();
    if (this.#context.state !== 'closed') void this.#context.close();
  }
}
