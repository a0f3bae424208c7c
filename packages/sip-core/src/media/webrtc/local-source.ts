/** One track that we send, and how it is silenced. */
export interface LocalSource {
  /** The track as captured or given. */
  readonly original: MediaStreamTrack;
  /** The track to send now. */
  readonly track: MediaStreamTrack;
  /** Whether it was made from this very track. */
  is(track: MediaStreamTrack): boolean;
  /** Whether it still does for these constraints. */
  satisfies(constraint: boolean | MediaTrackConstraints): boolean;
  /** Sends silence or black instead, or stops doing so. */
  setSilent(silent: boolean): void;
  /** Lets go of everything that is ours. */
  release(): void;
}

/** A track that we captured: ours to disable and to stop. */
export class CapturedSource implements LocalSource {
  readonly original: MediaStreamTrack;
  readonly #constraint: string;
  readonly #ended: () => void;

  /**
   * @param ended - called when it ends by itself: its device was unplugged, or the person ended it
   */
  constructor(
    track: MediaStreamTrack,
    constraint: boolean | MediaTrackConstraints,
    ended: () => void = () => undefined,
  ) {
    this.original = track;
    this.#constraint = JSON.stringify(constraint);
    this.#ended = ended;
    track.addEventListener('ended', ended);
  }

  get track(): MediaStreamTrack {
    return this.original;
  }

  is(track: MediaStreamTrack): boolean {
    return track === this.original;
  }

  satisfies(constraint: boolean | MediaTrackConstraints): boolean {
    // An ended track had its device unplugged.
    return this.original.readyState === 'live' && JSON.stringify(constraint) === this.#constraint;
  }

  setSilent(silent: boolean): void {
    this.original.enabled = !silent;
  }

  release(): void {
    this.original.removeEventListener('ended', this.#ended);
    this.original.stop();
  }
}

/**
 * A track of the caller: sent as it is, never stopped or disabled, since another call may be sending it too. While it
 * has to be silent a disabled clone goes in its place.
 */
export class CallerSource implements LocalSource {
  readonly original: MediaStreamTrack;
  #quiet: MediaStreamTrack | undefined;

  constructor(track: MediaStreamTrack) {
    this.original = track;
  }

  get track(): MediaStreamTrack {
    return this.#quiet ?? this.original;
  }

  is(track: MediaStreamTrack): boolean {
    return track === this.original;
  }

  satisfies(): boolean {
    return true;
  }

  setSilent(silent: boolean): void {
    if (silent === (this.#quiet !== undefined)) return;
    this.release();
    if (!silent) return;
    this.#quiet = this.original.clone();
    this.#quiet.enabled = false;
  }

  release(): void {
    this.#quiet?.stop();
    this.#quiet = undefined;
  }
}
