import type { WebRtcPlatform } from '../../platform.ts';
import type { Interruption } from '../interruption.ts';
import type { Muted } from '../session-description-handler.ts';
import { captureOr } from './capture.ts';
import { CallerSource, CapturedSource, type LocalSource } from './local-source.ts';
import { MEDIA_KINDS, type MediaKind } from './media-kind.ts';
import { setTracks } from './set-tracks.ts';

/** What to send: a constraint for each kind; `false` for nothing of it. */
export type MediaRequest = { readonly [Kind in MediaKind]: boolean | MediaTrackConstraints };

type Sources = ReadonlyMap<MediaKind, LocalSource>;

/** What {@link LocalMedia} tells. */
export interface LocalMediaEvents {
  /** The tracks in the stream changed. */
  changed(): void;
  /** A captured track ended by itself. */
  lost(kind: MediaKind, source: LocalSource): void;
}

/**
 * What we send: the tracks we captured and those the caller gave, silent while muted or on hold.
 *
 * Changes come in two steps, as descriptions do: `take` what an offer or answer needs, then `commit` when it is agreed
 * or `rollback` when it is refused. What is captured in between is never lost sight of.
 */
export class LocalMedia {
  /** All that we send, in one stream that stays the same for the whole call. */
  readonly stream: MediaStream;
  readonly #webrtc: WebRtcPlatform;
  readonly #events: LocalMediaEvents;
  #agreed: Sources = new Map();
  #current: Sources = new Map();
  #muted: Muted = { audio: false, video: false };
  #held = false;
  #screen: LocalSource | undefined;
  #mix: MediaStreamTrack | undefined;

  constructor(webrtc: WebRtcPlatform, events: LocalMediaEvents) {
    this.#webrtc = webrtc;
    this.#events = events;
    this.stream = webrtc.createMediaStream();
  }

  /** What the sender of this kind has to send at present; `null` for nothing. */
  track(kind: MediaKind): MediaStreamTrack | null {
    if (kind === 'audio' && this.#mix !== undefined) return this.#mix;
    return this.#current.get(kind)?.track ?? null;
  }

  /** What is sent of this kind, as captured or given. */
  source(kind: MediaKind): LocalSource | undefined {
    return this.#current.get(kind);
  }

  /** The screen that is shared, or about to be. */
  get screen(): LocalSource | undefined {
    return this.#screen;
  }

  /**
   * Makes the tracks ready that a description needs; keeps those that do already.
   *
   * @param plain - what to capture where no device does what `request` says
   * @throws {@link MediaError} when something cannot be captured; nothing has changed then
   */
  async take(
    request: MediaRequest,
    plain: MediaRequest,
    given: MediaStream | undefined,
    interruption: Interruption,
  ): Promise<void> {
    const sources = new Map<MediaKind, LocalSource>();
    const missing: MediaStreamConstraints = {};
    for (const kind of MEDIA_KINDS) {
      const constraint = request[kind];
      if (constraint === false) continue;
      const present = this.#current.get(kind);
      if (kind === 'video' && this.#screen !== undefined) {
        sources.set(kind, this.#screen);
        continue;
      }
      if (given !== undefined) {
        const track = given.getTracks().find((other) => other.kind === kind);
        if (track !== undefined) sources.set(kind, present?.is(track) === true ? present : new CallerSource(track));
      } else if (present?.satisfies(constraint) === true) {
        sources.set(kind, present);
      } else {
        missing[kind] = constraint;
      }
    }
    if (missing.audio !== undefined || missing.video !== undefined) {
      const plainly: MediaStreamConstraints = {};
      for (const kind of MEDIA_KINDS) if (missing[kind] !== undefined) plainly[kind] = plain[kind];
      const stream = await captureOr(this.#webrtc, missing, plainly, interruption);
      for (const track of stream.getTracks()) {
        const kind = MEDIA_KINDS.find((other) => other === track.kind);
        if (kind === undefined || interruption.interrupted) track.stop();
        else sources.set(kind, this.captured(kind, track, missing[kind] ?? true));
      }
      interruption.check();
    }
    const before = this.#current;
    this.#switchTo(sources);
    this.#release(before, sources, this.#agreed);
  }

  /** Makes a source of a track that we captured. */
  captured(kind: MediaKind, track: MediaStreamTrack, constraint: boolean | MediaTrackConstraints): LocalSource {
    const source = new CapturedSource(track, constraint, () => {
      this.#events.lost(kind, source);
    });
    return source;
  }

  /** Sends another source of a kind from now on, whatever is being negotiated; what it replaces is let go. */
  replace(kind: MediaKind, source: LocalSource): void {
    const [agreed, current] = [this.#agreed, this.#current];
    if (agreed.has(kind)) this.#agreed = new Map(agreed).set(kind, source);
    this.#switchTo(new Map(current).set(kind, source));
    this.#release(current, this.#agreed, this.#current);
    this.#release(agreed, this.#agreed, this.#current);
  }

  /** Shares a screen in place of the camera, as soon as video is sent; `undefined` ends that. */
  setScreen(screen: LocalSource | undefined): void {
    const before = this.#screen;
    this.#screen = screen;
    this.#applySilence();
    if (before !== screen) before?.release();
  }

  /** Sends a mix in place of the microphone, which mute and hold go on to silence; `undefined` ends that. */
  setMix(mix: MediaStreamTrack | undefined): void {
    this.#mix = mix;
    this.#applySilence();
  }

  /** What was taken is agreed: what it replaced is let go. */
  commit(): void {
    const before = this.#agreed;
    this.#agreed = this.#current;
    const screen = this.#screen;
    if (screen !== undefined && before.get('video') === screen && this.#agreed.get('video') !== screen) {
      this.setScreen(undefined);
    }
    this.#release(before, this.#agreed);
  }

  /** What was taken is refused: back to what was agreed. */
  rollback(): void {
    const refused = this.#current;
    this.#switchTo(this.#agreed);
    this.#release(refused, this.#agreed);
  }

  /** Silences what a person asked to mute, now and for tracks to come. */
  setMuted(muted: Muted): void {
    this.#muted = muted;
    this.#applySilence();
  }

  /** Silences everything for a hold, beside any mute. */
  setHeld(held: boolean): void {
    this.#held = held;
    this.#applySilence();
  }

  /** Stops every track that is ours. */
  close(): void {
    this.#mix = undefined;
    this.setScreen(undefined);
    this.#release(this.#agreed);
    this.#release(this.#current);
    this.#agreed = new Map();
    this.#switchTo(this.#agreed);
  }

  #switchTo(sources: Sources): void {
    this.#current = sources;
    this.#applySilence();
    const tracks = [...sources.values()].map((source) => source.original);
    if (setTracks(this.stream, tracks)) this.#events.changed();
  }

  #applySilence(): void {
    for (const [kind, source] of this.#current) {
      // A screen is shared on purpose, even when the camera is muted.
      source.setSilent(this.#held || (this.#muted[kind] && source !== this.#screen));
    }
    if (this.#mix !== undefined) this.#mix.enabled = !this.#held;
  }

  #release(sources: Sources, ...kept: readonly Sources[]): void {
    for (const [kind, source] of sources) {
      if (source !== this.#screen && !kept.some((others) => others.get(kind) === source)) source.release();
    }
  }
}
