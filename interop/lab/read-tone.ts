/** What is in a recording. */
export interface HeardTone {
  /** In hertz, to about two. */
  readonly frequency: number;
  /** Root mean square of samples from -1 to 1. */
  readonly level: number;
}

/** Reads the loudest tone in the last second of a WAV file with 16-bit samples. */
export function readTone(wav: Buffer): HeardTone {
  const channels = wav.readUInt16LE(22);
  const rate = wav.readUInt32LE(24);
  const start = wav.indexOf('data') + 8;
  const count = Math.floor((wav.length - start) / (2 * channels));
  const length = Math.min(count, rate);
  const samples = Float64Array.from({ length }, (_, at) => {
    return wav.readInt16LE(start + 2 * channels * (count - length + at)) / 32_768;
  });
  const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, length));
  let loudest = { frequency: 0, power: 0 };
  for (let frequency = 200; frequency <= 1600; frequency += 2) {
    const power = goertzel(samples, frequency, rate);
    if (power > loudest.power) loudest = { frequency, power };
  }
  return { frequency: loudest.frequency, level };
}

function goertzel(samples: Float64Array, frequency: number, rate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + turn * last - before, last];
  return last * last + before * before - turn * last * before;
}
