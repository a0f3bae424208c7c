import type { Clock, TimerHandle } from '../../platform.ts';

/** The part of a peer connection whose sound is watched. */
export interface FlowSource {
  getReceivers(): readonly {
    readonly track: { readonly kind: string };
    /** A map; the DOM's interface of the report has more. */
    getStats(): Promise<{ forEach(each: (entry: Readonly<Record<string, unknown>>) => void): void }>;
  }[];
}

/** Milliseconds between two looks. */
const INTERVAL = 250;
/** Milliseconds without a packet, in a flow that never paused, after which the path is taken for lost. */
const SILENCE = 1000;
/** Looks in a row without a packet that make a pause; a busy page looks late, and one look alone may have missed it. */
const PAUSE = 2;
/** Milliseconds that a flow must have come without a pause before its end says anything. */
const STEADY = 3000;

/**
 * Notices within about 1.2 s that packets of sound have stopped: browsers tell of a lost path after 5 s and more
 * (Chromium 156: 5.4 s). A voice sends 50 packets a second, also when nobody speaks, so the end of a flow that came
 * without a pause means a path that is lost. A far end that suppresses silence pauses all the time, and is never judged
 * by this; should one be taken in wrongly, it has to be twice as steady before the next time.
 */
export class FlowWatch {
  readonly #source: FlowSource;
  readonly #clock: Clock;
  readonly #changed: () => void;
  #timer: TimerHandle | undefined;
  #packets = 0;
  /** When the flow began that has not paused since; nothing while none flows. */
  #steadySince: number | undefined;
  #lastPacketAt = 0;
  /** Looks in a row that found no new packet. */
  #quiet = 0;
  #lookedAt = 0;
  #needed = STEADY;
  #stalled = false;

  /** @param changed - told after each change of {@link stalled} */
  constructor(source: FlowSource, clock: Clock, changed: () => void) {
    this.#source = source;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Whether a steady flow has stopped, and nothing was agreed or received since. */
  get stalled(): boolean {
    return this.#stalled;
  }

  /** Both sides have agreed anew: the far end is to send sound, or not. */
  expect(sound: boolean): void {
    // An agreement is the answer to a path that was lost: the next word is that of the new path.
    if (this.#stalled || !sound) this.#steadySince = undefined;
    this.#stalled = false;
    if (!sound) {
      this.stop();
    } else if (this.#timer === undefined) {
      this.#lookedAt = this.#clock.now();
      this.#lookLater();
    }
  }

  /** Watches no more. */
  stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #lookLater(): void {
    this.#timer = this.#clock.setTimeout(() => void this.#look(), INTERVAL);
  }

  async #look(): Promise<void> {
    const timer = this.#timer;
    const packets = await packetsOf(this.#source);
    if (this.#timer !== timer) return;
    const now = this.#clock.now();
    const flowing = packets !== this.#packets;
    // A page that was frozen, or a machine that slept, saw nothing because it did not look.
    const late = now - this.#lookedAt > 2 * INTERVAL + SILENCE;
    this.#packets = packets;
    this.#lookedAt = now;
    if (flowing) {
      this.#flows(now);
    } else if (late) {
      this.#lastPacketAt = now;
      this.#quiet = 0;
    } else {
      this.#pauses(now);
    }
    if (this.#timer === timer) this.#lookLater();
  }

  #flows(now: number): void {
    if (this.#steadySince === undefined || this.#quiet >= PAUSE) this.#steadySince = now;
    this.#lastPacketAt = now;
    this.#quiet = 0;
    if (this.#stalled) this.#set(false);
  }

  #pauses(now: number): void {
    this.#quiet += 1;
    if (this.#stalled || this.#steadySince === undefined) return;
    if (this.#quiet < PAUSE || now - this.#lastPacketAt < SILENCE) return;
    if (this.#lastPacketAt - this.#steadySince < this.#needed) return;
    this.#needed *= 2;
    this.#set(true);
  }

  #set(stalled: boolean): void {
    this.#stalled = stalled;
    this.#changed();
  }
}

/** Packets of sound received since the beginning. */
async function packetsOf(source: FlowSource): Promise<number> {
  let count = 0;
  for (const receiver of source.getReceivers()) {
    if (receiver.track.kind !== 'audio') continue;
    const report = await receiver.getStats();
    report.forEach((entry) => {
      const packets = entry['packetsReceived'];
      if (entry['type'] === 'inbound-rtp' && typeof packets === 'number') count += packets;
    });
  }
  return count;
}
