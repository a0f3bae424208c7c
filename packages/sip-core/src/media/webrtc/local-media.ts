import type { WebRtcPlatform } from '../../platform.ts';
import type { Interruption } from '../interruption.ts';
import type { Muted } from '../session-description-handler.ts';
import { capture } from './capture.ts';
import { CallerSource, CapturedSource, type LocalSource } from './local-source.ts';
import { MEDIA_KINDS, type MediaKind } from './media-kind.ts';

/** What to send: a constraint for each kind; `false` for nothing of it. */
export type MediaRequest = { readonly [Kind in MediaKind]: boolean | MediaTrackConstraints };

type Sources = ReadonlyMap<MediaKind, LocalSource>;

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
  #agreed: Sources = new Map();
  #current: Sources = new Map();
  #muted: Muted = { audio: false, video: false };
  #held = false;

  constructor(webrtc: WebRtcPlatform) {
    this.#webrtc = webrtc;
    this.stream = webrtc.createMediaStream();
  }

  /** What the sender of this kind has to send at present; `null` for nothing. */
  track(kind: MediaKind): MediaStreamTrack | null {
    return this.#current.get(kind)?.track ?? null;
  }

  /**
   * Makes the tracks ready that a description needs; keeps those that do already.
   *
   * @throws {@link MediaError} when something cannot be captured; nothing has changed then
   */
  async take(request: MediaRequest, given: MediaStream | undefined, interruption: Interruption): Promise<void> {
    const sources = new Map<MediaKind, LocalSource>();
    const missing: MediaStreamConstraints = {};
    for (const kind of MEDIA_KINDS) {
      const constraint = request[kind];
      if (constraint === false) continue;
      const present = this.#current.get(kind);
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
      const stream = await capture(this.#webrtc, missing, interruption);
      for (const track of stream.getTracks()) {
        const kind = MEDIA_KINDS.find((other) => other === track.kind);
        if (kind === undefined || interruption.interrupted) track.stop();
        else sources.set(kind, new CapturedSource(track, missing[kind] ?? true));
      }
      interruption.check();
    }
    const before = this.#current;
    this.#switchTo(sources);
    this.#release(before, sources, this.#agreed);
  }

  /** What was taken is agreed: what it replaced is let go. */
  commit(): void {
    this.#release(this.#agreed, this.#current);
    this.#agreed = this.#current;
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
    this.#release(this.#agreed);
    this.#release(this.#current);
    this.#agreed = new Map();
    this.#switchTo(this.#agreed);
  }

  #switchTo(sources: Sources): void {
    this.#current = sources;
    this.#applySilence();
    const tracks = [...sources.values()].map((source) => source.original);
    for (const track of this.stream.getTracks()) if (!tracks.includes(track)) this.stream.removeTrack(track);
    for (const track of tracks) if (!this.stream.getTracks().includes(track)) this.stream.addTrack(track);
  }

  #applySilence(): void {
    for (const [kind, source] of this.#current) source.setSilent(this.#held || this.#muted[kind]);
  }

  #release(sources: Sources, ...kept: readonly Sources[]): void {
    for (const [kind, source] of sources) {
      if (!kept.some((others) => others.get(kind) === source)) source.release();
    }
  }
}
