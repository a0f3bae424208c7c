/** What a stream sounds like at this moment. */
export interface ToneMeter {
  /** Root mean square of the last samples: 0 is silence, a full-scale tone 0.71. */
  level(): number;
  /** The loudest frequency in hertz, to about one; 0 in silence. */
  frequency(): number;
  /** How much of the sound lies at a frequency, give or take 12 Hz: as {@link level}, for that tone alone. */
  levelAt(frequency: number): number;
  /** Frees what listens. The stream is left as it is. */
  stop(): void;
}

/** A tone as {@link measureTone} heard it. */
export interface MeasuredTone {
  /** In hertz. */
  readonly frequency: number;
  /** Root mean square: 0 is silence. */
  readonly level: number;
}

/** 171 ms at 48 kHz, bins of 5.9 Hz. */
const WINDOW = 8192;
/** Below this it is noise of the codec. */
const SILENCE = 0.001;

/**
 * Listens to a stream, a received one too. Audio must be allowed to run: in a page, after the first gesture.
 *
 * @example
 * ```ts
 * const meter = listenTo(handler.remoteMediaStream);
 * await expect.poll(() => meter.frequency()).toBeCloseTo(440, -1);
 * meter.stop();
 * ```
 */
export function listenTo(stream: MediaStream): ToneMeter {
  const context = new AudioContext({ sampleRate: 48_000 });
  const analyser = new AnalyserNode(context, { fftSize: WINDOW, smoothingTimeConstant: 0 });
  // Chromium lets sound from the network flow into Web Audio only while an element plays the stream too.
  const element = new Audio();
  element.muted = true;
  element.srcObject = stream;
  void element.play().catch(() => undefined);
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
  source.connect(analyser);
  const samples = (): Float32Array => {
    const values = new Float32Array(WINDOW);
    analyser.getFloatTimeDomainData(values);
    return values;
  };
  return {
    level: () => rms(samples()),
    frequency: () => (rms(samples()) < SILENCE ? 0 : loudest(analyser)),
    levelAt: (frequency) => toneLevel(samples(), frequency, context.sampleRate),
    stop() {
      source.disconnect();
      element.srcObject = null;
      if (context.state !== 'closed') void context.close();
    },
  };
}

/**
 * Listens for a while and says which tone was heard: the medians of what was measured.
 *
 * @param options - `seconds`: how long; default 0.5
 */
export async function measureTone(
  stream: MediaStream,
  options: { readonly seconds?: number } = {},
): Promise<MeasuredTone> {
  const meter = listenTo(stream);
  const levels: number[] = [];
  const frequencies: number[] = [];
  const end = performance.now() + (options.seconds ?? 0.5) * 1000;
  try {
    while (performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      levels.push(meter.level());
      frequencies.push(meter.frequency());
    }
  } finally {
    meter.stop();
  }
  return { frequency: median(frequencies), level: median(levels) };
}

function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** The peak of the spectrum, placed between its bins by a parabola through the three highest. */
function loudest(analyser: AnalyserNode): number {
  const bins = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(bins);
  let peak = 1;
  for (let at = 1; at < bins.length - 1; at += 1) if (bins[at]! > bins[peak]!) peak = at;
  const [left = 0, top = 0, right = 0] = bins.subarray(peak - 1, peak + 2);
  const bend = left - 2 * top + right;
  const offset = bend === 0 || !Number.isFinite(bend) ? 0 : (left - right) / (2 * bend);
  return ((peak + offset) * analyser.context.sampleRate) / analyser.fftSize;
}

/** The Goertzel algorithm over a Hann window. */
function toneLevel(samples: Float32Array, frequency: number, sampleRate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * frequency) / sampleRate);
  let last = 0;
  let beforeLast = 0;
  for (let at = 0; at < samples.length; at += 1) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / (samples.length - 1));
    const next = samples[at]! * window + turn * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  const power = last * last + beforeLast * beforeLast - turn * last * beforeLast;
  // The window halves the amplitude; the root mean square of a sine is its amplitude by the root of two.
  return (Math.sqrt(Math.max(0, power)) * 4) / samples.length / Math.SQRT2;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
