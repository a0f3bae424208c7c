import { NOTHING } from '../../base/nothing.ts';
import { SnapshotStore } from '../../base/snapshot.ts';
import type { Platform } from '../../platform.ts';
import { MediaError } from '../media-error.ts';
import { type MediaSession, whenEnded } from '../media-session.ts';
import { openContext, SessionAudio } from './session-audio.ts';

/** A call that can take part; every `Session` is one. */
export interface ConferenceSession extends MediaSession {
  unhold(): Promise<void>;
}

/** A conference at one moment: frozen and serialisable. */
export interface ConferenceSnapshot {
  /** The ids of the calls in it, in the order they joined. */
  readonly sessionIds: readonly string[];
  /** The ids of those whose words reach nobody. */
  readonly silencedIds: readonly string[];
}

const EMPTY: ConferenceSnapshot = { sessionIds: NOTHING, silencedIds: NOTHING };

/** One call in the conference. */
interface Leg {
  readonly audio: SessionAudio;
  /** What this far end says to the others. */
  readonly voice: GainNode;
  /** What this far end hears: us and all others. */
  readonly mix: MediaStreamAudioDestinationNode;
  readonly stop: () => void;
}

/**
 * Several calls in one conversation, mixed in this browser: everybody hears everybody. No server takes part, and no
 * description changes. A mute goes on to silence our microphone alone, in the call it concerns; a call on hold hears
 * and says nothing; one that ends leaves by itself. All of it passes through this page: when that closes, or our calls
 * end, the others do not hear each other any more.
 *
 * @example
 * ```ts
 * const conference = new Conference(platform);
 * await conference.join(callToBob);
 * await conference.join(callToCarol); // Bob and Carol hear each other
 * conference.leave(callToCarol);
 * ```
 */
export class Conference {
  readonly #platform: Pick<Platform, 'webrtc' | 'logger'>;
  readonly #legs = new Map<ConferenceSession, Leg>();
  readonly #silenced = new Set<ConferenceSession>();
  readonly #snapshots: SnapshotStore<ConferenceSnapshot>;
  #context: AudioContext | undefined;

  constructor(platform: Pick<Platform, 'webrtc' | 'logger'>) {
    this.#platform = platform;
    this.#snapshots = new SnapshotStore<ConferenceSnapshot>(EMPTY, (error) => {
      platform.logger.log('error', 'conference', 'a listener threw', error);
    });
  }

  /** The calls in it, in the order they joined. */
  get sessions(): readonly ConferenceSession[] {
    return [...this.#legs.keys()];
  }

  getSnapshot(): ConferenceSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /**
   * Takes a call in; one that is on hold is taken off first. Resolves when everybody hears everybody.
   *
   * @throws {@link MediaError} when the call is not up, or its sound cannot be mixed
   */
  async join(session: ConferenceSession): Promise<void> {
    if (this.#legs.has(session)) return;
    if (session.getSnapshot().hold.local) await session.unhold();
    if (session.getSnapshot().state !== 'Established') {
      throw new MediaError('MEDIA_CLOSED', 'Only a call that is up can join a conference.');
    }
    const context = (this.#context ??= openContext(this.#platform.webrtc));
    const leg = this.#makeLeg(session, context);
    for (const other of this.#legs.values()) {
      other.voice.connect(leg.mix);
      leg.voice.connect(other.mix);
    }
    this.#legs.set(session, leg);
    this.#show();
    try {
      await leg.audio.handler.sendMix(leg.mix.stream.getAudioTracks()[0]);
    } catch (error) {
      this.leave(session);
      throw error;
    }
  }

  /** Lets a call out; it goes on as a conversation between the two of us. */
  leave(session: ConferenceSession): void {
    const leg = this.#legs.get(session);
    if (leg === undefined) return;
    this.#legs.delete(session);
    this.#silenced.delete(session);
    leg.stop();
    for (const other of this.#legs.values()) other.voice.disconnect(leg.mix);
    leg.audio.handler.sendMix(undefined).catch((error: unknown) => {
      this.#platform.logger.log('warn', 'conference', 'A call did not get its microphone back', error);
    });
    leg.audio.dispose();
    leg.voice.disconnect();
    for (const track of leg.mix.stream.getTracks()) track.stop();
    if (this.#legs.size === 0) {
      void this.#context?.close();
      this.#context = undefined;
    }
    this.#show();
  }

  /**
   * Keeps what a far end says from the others, or lets it through again. It still hears everybody. We go on hearing it,
   * unless what plays its sound here is silenced too. A call that is not in the conference stays as it is.
   */
  silence(session: ConferenceSession, silent: boolean): void {
    const leg = this.#legs.get(session);
    if (leg === undefined) return;
    leg.voice.gain.value = silent ? 0 : 1;
    if (silent) this.#silenced.add(session);
    else this.#silenced.delete(session);
    this.#show();
  }

  /** Lets every call out. */
  close(): void {
    for (const session of this.sessions) this.leave(session);
  }

  #makeLeg(session: ConferenceSession, context: AudioContext): Leg {
    try {
      const audio = new SessionAudio(session, context, this.#webrtc());
      const mix = context.createMediaStreamDestination();
      const voice = context.createGain();
      audio.local.connect(mix);
      audio.remote.connect(voice);
      return { audio, voice, mix, stop: whenEnded(session, () => this.leave(session)) };
    } catch (error) {
      if (this.#legs.size === 0) {
        void context.close();
        this.#context = undefined;
      }
      throw error;
    }
  }

  #webrtc(): NonNullable<Platform['webrtc']> {
    const { webrtc } = this.#platform;
    if (webrtc === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'There is no WebRTC here.');
    return webrtc;
  }

  #show(): void {
    this.#snapshots.update({
      sessionIds: Object.freeze(this.sessions.map(({ id }) => id)),
      silencedIds: Object.freeze([...this.#silenced].map(({ id }) => id)),
    });
  }
}
