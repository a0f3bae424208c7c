/** About 21 ms at 48 kHz: short enough to follow syllables. */
const WINDOW = 1024;
/** Decibels under full scale that count as silence. */
const FLOOR = -60;

/** How loud what flows into a node of Web Audio is at this moment. */
export class Loudness {
  /** Where the sound flows in. */
  readonly input: AnalyserNode;
  readonly #samples = new Float32Array(WINDOW);

  constructor(context: AudioContext) {
    this.input = context.createAnalyser();
    this.input.fftSize = WINDOW;
  }

  /** From 0, which is 60 dB under full scale, to 1, in even steps of what the ear hears as loudness. */
  level(): number {
    this.input.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    for (const sample of this.#samples) sum += sample * sample;
    const decibels = 10 * Math.log10(sum / WINDOW);
    return Math.max(0, Math.min(1, 1 - decibels / FLOOR));
  }
}
