/** A microphone that hums. */
export interface ToneMicrophone {
  /** One audio track. */
  readonly stream: MediaStream;
  /** Ends the track and frees what made it. */
  stop(): void;
}

/** Chromium's track that scripts feed; not in every browser, and not in TypeScript's library. */
declare const MediaStreamTrackGenerator:
  | (new (init: { readonly kind: 'audio' }) => MediaStreamTrack & { readonly writable: WritableStream<AudioData> })
  | undefined;

const SAMPLE_RATE = 48_000;
const FRAME_MS = 10;
const AMPLITUDE = 0.5;

/**
 * A stand-in for a microphone, with a steady tone in place of a voice: no device, no permission.
 *
 * An oscillator where audio may run. Before the visitor's first gesture it may not, and a suspended one sends not a
 * single packet; there Chromium gets its samples from a timer instead. Other browsers hum once they are allowed to.
 *
 * @param frequency - in hertz
 *
 * @example
 * ```ts
 * const microphone = createToneMicrophone(440);
 * await session.accept({ sessionDescriptionHandlerOptions: { localMediaStream: microphone.stream } });
 * microphone.stop();
 * ```
 */
export function createToneMicrophone(frequency: number): ToneMicrophone {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  if (context.state === 'running' || typeof MediaStreamTrackGenerator === 'undefined') {
    return oscillate(context, frequency);
  }
  void context.close();
  return generate(new MediaStreamTrackGenerator({ kind: 'audio' }), frequency);
}

function oscillate(context: AudioContext, frequency: number): ToneMicrophone {
  const oscillator = new OscillatorNode(context, { frequency });
  const volume = new GainNode(context, { gain: AMPLITUDE });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(volume).connect(destination);
  oscillator.start();
  return {
    stream: destination.stream,
    stop() {
      for (const track of destination.stream.getTracks()) track.stop();
      if (context.state !== 'closed') void context.close();
    },
  };
}

function generate(
  track: MediaStreamTrack & { readonly writable: WritableStream<AudioData> },
  frequency: number,
): ToneMicrophone {
  const writer = track.writable.getWriter();
  const startedAt = performance.now();
  let written = 0;
  const feed = (): void => {
    // As many frames as time asks for, so that a late timer leaves no gap.
    const due = Math.min(written + 10, Math.floor((performance.now() - startedAt) / FRAME_MS));
    for (; written < due; written += 1) void writer.write(frame(frequency, written)).catch(stop);
  };
  const timer = setInterval(feed, FRAME_MS);
  function stop(): void {
    clearInterval(timer);
    track.stop();
  }
  return { stream: new MediaStream([track]), stop };
}

function frame(frequency: number, index: number): AudioData {
  const length = (SAMPLE_RATE * FRAME_MS) / 1000;
  const samples = new Float32Array(length);
  for (let at = 0; at < length; at += 1) {
    samples[at] = AMPLITUDE * Math.sin((2 * Math.PI * frequency * (index * length + at)) / SAMPLE_RATE);
  }
  return new AudioData({
    format: 'f32-planar',
    sampleRate: SAMPLE_RATE,
    numberOfFrames: length,
    numberOfChannels: 1,
    timestamp: index * FRAME_MS * 1000,
    data: samples,
  });
}
