import { type ErrorInfo, errorInfo, InvalidStateError } from '../../base/errors.ts';
import { handled } from '../../base/promises.ts';
import { SnapshotStore } from '../../base/snapshot.ts';
import type { Platform } from '../../platform.ts';
import { MediaError } from '../media-error.ts';
import { type MediaSession, whenEnded } from '../media-session.ts';
import { openContext, SessionAudio } from './session-audio.ts';

/** How a call is recorded. */
export interface CallRecorderOptions {
  /** `mixed`: both in one. `stereo`: we on the left, the far end on the right. Default `mixed`. */
  readonly channels?: 'mixed' | 'stereo';
  /** Default the first of Opus in WebM, AAC in MP4 and Opus in Ogg that the browser can write. */
  readonly mimeType?: string;
  /** Bits a second; default the browser's. */
  readonly bitrate?: number;
}

/** A recording at one moment: frozen and serialisable. */
export interface CallRecorderSnapshot {
  readonly state: 'idle' | 'recording' | 'paused' | 'stopped';
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  /** Milliseconds recorded up to the last change of state; pauses do not count. */
  readonly recorded: number;
  /** When the present stretch began; `null` unless recording. */
  readonly since: number | null;
  readonly mimeType: string | null;
  readonly error: ErrorInfo | null;
}

const FORMATS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** What a running recording holds. */
interface Tape {
  readonly recorder: MediaRecorder;
  readonly audio: SessionAudio;
  readonly context: AudioContext;
  readonly tracks: readonly MediaStreamTrack[];
  readonly stop: () => void;
}

/**
 * Records both directions of a call, as they are heard: what is muted or on hold is silent. Ends with the call. Telling
 * the far end, where the law asks for it, is up to the application.
 *
 * @example
 * ```ts
 * const recorder = new CallRecorder(session, platform, { channels: 'stereo' });
 * recorder.start();
 * const blob = await recorder.recording; // when the call ends, or stop() is called
 * ```
 */
export class CallRecorder {
  /** The recording, once it has ended; an empty one when it was never started and the call is over. */
  readonly recording: Promise<Blob>;
  readonly #session: MediaSession;
  readonly #platform: Pick<Platform, 'webrtc' | 'clock' | 'logger'>;
  readonly #options: CallRecorderOptions;
  readonly #snapshots: SnapshotStore<CallRecorderSnapshot>;
  readonly #chunks: Blob[] = [];
  #tape: Tape | undefined;
  #settle: { readonly resolve: (blob: Blob) => void; readonly reject: (error: unknown) => void } | undefined;

  constructor(
    session: MediaSession,
    platform: Pick<Platform, 'webrtc' | 'clock' | 'logger'>,
    options: CallRecorderOptions = {},
  ) {
    this.#session = session;
    this.#platform = platform;
    this.#options = options;
    const nothing = { state: 'idle', startedAt: null, recorded: 0, since: null, mimeType: null, error: null } as const;
    this.#snapshots = new SnapshotStore<CallRecorderSnapshot>(nothing, (error) => {
      platform.logger.log('error', 'recorder', 'a listener threw', error);
    });
    this.recording = handled(
      new Promise<Blob>((resolve, reject) => {
        this.#settle = { resolve, reject };
      }),
    );
  }

  getSnapshot(): CallRecorderSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /**
   * Begins. A recorder records once.
   *
   * @throws {@link MediaError} `MEDIA_UNSUPPORTED` where the browser cannot record, InvalidStateError when it did before
   */
  start(): void {
    const { state } = this.getSnapshot();
    if (state !== 'idle') throw new InvalidStateError('start a recording', state);
    if (this.#session.getSnapshot().state === 'Terminated') {
      throw new InvalidStateError('record a call', 'Terminated');
    }
    const tape = this.#load();
    this.#tape = tape;
    tape.recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) this.#chunks.push(data);
    };
    tape.recorder.onstop = () => this.#finish(tape);
    tape.recorder.onerror = (event) => {
      this.#snapshots.update({ error: errorInfo('error' in event ? event.error : event) });
      void this.stop();
    };
    // In slices, so that little is lost when the page goes away and memory can be freed.
    tape.recorder.start(1000);
    const now = this.#platform.clock.now();
    this.#snapshots.update({ state: 'recording', startedAt: now, since: now, mimeType: tape.recorder.mimeType });
  }

  /** Leaves out what comes now, such as a card number. */
  pause(): void {
    if (this.getSnapshot().state !== 'recording') return;
    this.#tape?.recorder.pause();
    this.#snapshots.update({ state: 'paused', ...this.#counted() });
  }

  /** Goes on after a pause. */
  resume(): void {
    if (this.getSnapshot().state !== 'paused') return;
    this.#tape?.recorder.resume();
    this.#snapshots.update({ state: 'recording', since: this.#platform.clock.now() });
  }

  /** Ends it. The same promise as {@link recording}. */
  stop(): Promise<Blob> {
    const { state } = this.getSnapshot();
    if (state === 'idle') {
      this.#snapshots.update({ state: 'stopped' });
      this.#settle?.resolve(new Blob([]));
    } else if (this.#tape !== undefined && this.#tape.recorder.state !== 'inactive') {
      this.#tape.recorder.stop();
    }
    return this.recording;
  }

  #load(): Tape {
    const { webrtc } = this.#platform;
    const mimeType = this.#options.mimeType ?? FORMATS.find((format) => webrtc?.canRecord?.(format) === true);
    if (webrtc?.createRecorder === undefined || mimeType === undefined || webrtc.canRecord?.(mimeType) === false) {
      throw new MediaError(
        'MEDIA_UNSUPPORTED',
        `This browser cannot record${mimeType === undefined ? '' : ` ${mimeType}`}.`,
      );
    }
    const context = openContext(webrtc);
    try {
      const audio = new SessionAudio(this.#session, context, webrtc);
      const stream = this.#join(context, audio);
      const { bitrate } = this.#options;
      const recorder = webrtc.createRecorder(stream, {
        mimeType,
        ...(bitrate === undefined ? {} : { audioBitsPerSecond: bitrate }),
      });
      const stop = whenEnded(this.#session, () => void this.stop());
      return { recorder, audio, context, tracks: stream.getTracks(), stop };
    } catch (error) {
      void context.close();
      throw error;
    }
  }

  #join(context: AudioContext, audio: SessionAudio): MediaStream {
    const out = context.createMediaStreamDestination();
    if (this.#options.channels === 'stereo') {
      const merger = context.createChannelMerger(2);
      audio.local.connect(merger, 0, 0);
      audio.remote.connect(merger, 0, 1);
      merger.connect(out);
    } else {
      out.channelCount = 1;
      audio.local.connect(out);
      audio.remote.connect(out);
    }
    return out.stream;
  }

  #finish({ audio, context, tracks, stop, recorder }: Tape): void {
    this.#tape = undefined;
    stop();
    audio.dispose();
    for (const track of tracks) track.stop();
    void context.close();
    this.#snapshots.update({ state: 'stopped', ...this.#counted() });
    this.#settle?.resolve(new Blob(this.#chunks, { type: recorder.mimeType }));
    this.#chunks.length = 0;
  }

  #counted(): Pick<CallRecorderSnapshot, 'recorded' | 'since'> {
    const { recorded, since } = this.getSnapshot();
    return { recorded: since === null ? recorded : recorded + this.#platform.clock.now() - since, since: null };
  }
}
