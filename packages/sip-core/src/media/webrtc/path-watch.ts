import type { Clock, TimerHandle } from '../../platform.ts';
import type { MediaConnection } from '../session-description-handler.ts';
import { type FlowSource, FlowWatch } from './flow-watch.ts';

/** The part of a peer connection that is watched. */
export type PathSource = FlowSource &
  Pick<RTCPeerConnection, 'connectionState' | 'addEventListener' | 'removeEventListener'>;

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
  readonly #flow: FlowWatch;
  #timer: TimerHandle | undefined;
  #agreed = false;
  #overdue = false;

  /** @param changed - told after each change of {@link state} */
  constructor(source: PathSource, clock: Clock, changed: () => void) {
    this.#source = source;
    this.#clock = clock;
    this.#changed = changed;
    this.#flow = new FlowWatch(source, clock, changed);
    source.addEventListener('connectionstatechange', this.#check);
  }

  /** That of the connection; `disconnected` also as soon as a steady flow of sound has stopped. */
  get state(): MediaConnection {
    if (this.#overdue) return 'failed';
    const { connectionState } = this.#source;
    return connectionState === 'connected' && this.#flow.stalled ? 'disconnected' : connectionState;
  }

  /**
   * Both sides have agreed, so a path is to come up. A path that failed gets another chance.
   *
   * @param sound - whether the far end is to send sound
   */
  expect(sound: boolean): void {
    this.#agreed = true;
    this.#overdue = false;
    this.#flow.expect(sound);
    this.#wait();
  }

  /** Watches no more. */
  stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flow.stop();
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
