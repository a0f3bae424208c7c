/** A part of a tone: some frequencies for some time. */
export interface ToneSegment {
  /** In hertz; none for silence. */
  readonly frequencies: readonly number[];
  /** Hertz that the first frequency swells and fades at; 0 for a steady one. */
  readonly modulation: number;
  /** Milliseconds; `Infinity` for a tone without pauses. */
  readonly duration: number;
}

/** Milliseconds that a tone fades in and out, so that it does not click. */
const FADE = 5;
/** Milliseconds of a tone without pauses: whole hertz come round in it. */
const LOOP = 1000;

/**
 * Reads a cadence as telephone people write them: `400+450/400,0/200` is two frequencies for 400 ms and a pause of 200;
 * `400*25` is 400 Hz that swell 25 times a second; without a time it goes on for ever.
 *
 * @throws RangeError for anything else, which is a mistake in a table
 */
export function parseCadence(text: string): readonly ToneSegment[] {
  return text.split(',').map((part) => {
    const found = /^(\d+(?:\+\d+)*)(?:\*(\d+))?(?:\/(\d+))?$/.exec(part.trim());
    if (found === null) throw new RangeError(`"${part}" is no part of a cadence`);
    const [, frequencies = '', modulation = '0', duration] = found;
    return {
      frequencies: frequencies
        .split('+')
        .map(Number)
        .filter((frequency) => frequency > 0),
      modulation: Number(modulation),
      duration: duration === undefined ? Infinity : Number(duration),
    };
  });
}

/** One round of a cadence as samples from -1 to 1, to be played over and over. */
export function renderCadence(segments: readonly ToneSegment[], sampleRate: number): Float32Array<ArrayBuffer> {
  const lengthOf = ({ duration }: ToneSegment): number =>
    Math.round(((Number.isFinite(duration) ? duration : LOOP) * sampleRate) / 1000);
  const samples = new Float32Array(segments.reduce((total, segment) => total + lengthOf(segment), 0));
  let start = 0;
  for (const segment of segments) {
    const length = lengthOf(segment);
    const fade = Number.isFinite(segment.duration) ? (FADE * sampleRate) / 1000 : 0;
    for (let at = 0; at < length; at += 1) {
      const edge = fade === 0 ? 1 : Math.min(1, at / fade, (length - 1 - at) / fade);
      samples[start + at] = edge * valueAt(segment, at / sampleRate);
    }
    start += length;
  }
  return samples;
}

function valueAt({ frequencies, modulation }: ToneSegment, seconds: number): number {
  if (frequencies.length === 0) return 0;
  const turn = 2 * Math.PI * seconds;
  const sum = frequencies.reduce((total, frequency) => total + Math.sin(frequency * turn), 0) / frequencies.length;
  return modulation === 0 ? sum : sum * (0.5 - 0.5 * Math.cos(modulation * turn));
}
