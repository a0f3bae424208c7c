import type { Clock, TimerHandle } from '../../platform.ts';
import type { MediaConnection } from '../session-description-handler.ts';

/** The part of a peer connection that is watched. */
export type PathSource = Pick<RTCPeerConnection, 'connectionState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Milliseconds that a path may take to come up, or to come back. Chromium (156) gives up after 15 s, and never when the
 * far end named no candidate that can be tried: the call would stay silent without a word.
 */
const PATIENCE = 10_000;

/** The state of the media path, and the end of patience with one that does not come up. */
export class PathWatch {
  readonly #source: PathSource;
  readonly #clock: Clock;
  readonly #changed: () => void;
  #timer: TimerHandle | undefined;
  #agreed = false;
  #overdue = false;

  /** @param changed - told after each change of {@link state} */
  constructor(source: PathSource, clock: Clock, changed: () => void) {
    this.#source = source;
    this.#clock = clock;
    this.#changed = changed;
    source.addEventListener('connectionstatechange', this.#check);
  }

  get state(): MediaConnection {
    return this.#overdue ? 'failed' : this.#source.connectionState;
  }

  /** Both sides have agreed, so a path is to come up. A path that failed gets another chance. */
  expect(): void {
    this.#agreed = true;
    this.#overdue = false;
    this.#wait();
  }

  /** Watches no more. */
  stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#source.removeEventListener('connectionstatechange', this.#check);
  }

  #wait(): void {
    const waiting = this.#agreed && ['new', 'connecting', 'disconnected'].includes(this.#source.connectionState);
    if (!waiting) {
      this.#clock.clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer ??= this.#clock.setTimeout(() => {
      this.#timer = undefined;
      this.#overdue = true;
      this.#changed();
    }, PATIENCE);
  }

  readonly #check = (): void => {
    if (this.#source.connectionState === 'connected') this.#overdue = false;
    if (!this.#overdue) this.#wait();
    this.#changed();
  };
}
