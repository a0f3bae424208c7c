import { errorInfo, type ErrorInfo } from '../../base/errors.ts';
import { SnapshotStore } from '../../base/snapshot.ts';
import type { Platform } from '../../platform.ts';
import { Interruption } from '../interruption.ts';
import { mediaClosed } from '../media-error.ts';
import { captureOr } from '../webrtc/capture.ts';
import { type ChosenDevices, onDevice } from '../webrtc/capture-wishes.ts';
import { webrtcOf } from '../webrtc/webrtc-of.ts';
import { LoopbackCall } from './loopback-call.ts';
import type { MediaPath } from './statistics-snapshot.ts';

/** How a {@link PreCallTest} is made. */
export interface PreCallTestOptions {
  /** The STUN and TURN servers of calls; default none. */
  readonly peerConnectionConfiguration?: RTCConfiguration;
  /** The devices calls use; default the system's own. */
  readonly devices?: ChosenDevices | undefined;
  /** Milliseconds of sound that are measured; default 4000. */
  readonly duration?: number;
  /** Milliseconds to find a way through the network at the most; default 8000. */
  readonly timeout?: number;
}

/** What a test found out: frozen and serialisable. */
export interface PreCallTestResult {
  /** `poor` also where sound does not arrive at all. */
  readonly level: 'good' | 'fair' | 'poor';
  /** 1 to 4.5 (ITU-T G.107); `null` where no sound arrived. */
  readonly mos: number | null;
  /** Share of packets lost, 0 to 1; `null` where none was to be. */
  readonly loss: number | null;
  /** Milliseconds. */
  readonly jitter: number | null;
  /** There and back, in milliseconds. */
  readonly roundTripTime: number | null;
  readonly codec: string | null;
  /** Loudest moment of the microphone, 0 to 1, linear; under 0.001 it gave nothing. */
  readonly microphone: number | null;
  /** Kinds of candidates that were gathered: `host`, `srflx`, `relay`. */
  readonly candidates: readonly string[];
  /** Whether the TURN servers could be used; `none` where there are none. */
  readonly relay: 'reached' | 'unreachable' | 'none';
  /** The way the sound took; `null` where it found none. */
  readonly path: MediaPath | null;
  /** The sound never left this device, so that nothing is said of its network. */
  readonly local: boolean;
}

/** A {@link PreCallTest} at one moment: frozen and serialisable. */
export interface PreCallTestSnapshot {
  /** `idle` before it was run and after it was stopped. */
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly step: 'microphone' | 'connecting' | 'measuring' | null;
  readonly result: PreCallTestResult | null;
  /** Why it could not be done, mostly that the microphone may not be used. */
  readonly error: ErrorInfo | null;
}

/**
 * A call with ourselves: real sound from the chosen microphone, over the STUN and TURN servers of calls, measured at its
 * end. It says whether a first call would work, before there is anybody to disappoint. Where there is a TURN server the
 * sound takes the way over it, so the network is measured; without one it stays within the device, which is told.
 *
 * @example
 * ```ts
 * const test = new PreCallTest(platform, { peerConnectionConfiguration: { iceServers } });
 * const { level, microphone } = await test.run();
 * ```
 */
export class PreCallTest {
  readonly #platform: Platform;
  readonly #options: PreCallTestOptions;
  readonly #snapshots: SnapshotStore<PreCallTestSnapshot>;
  #turn: { readonly end: Interruption; readonly promise: Promise<PreCallTestResult> } | undefined;

  constructor(platform: Platform, options: PreCallTestOptions = {}) {
    this.#platform = platform;
    this.#options = options;
    this.#snapshots = new SnapshotStore<PreCallTestSnapshot>(
      { status: 'idle', step: null, result: null, error: null },
      (error) => platform.logger.log('error', 'quality', 'a listener threw', error),
    );
  }

  getSnapshot(): PreCallTestSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /**
   * Runs the test; one that runs already goes on.
   *
   * @throws {@link MediaError} when the microphone cannot be used, or `MEDIA_CLOSED` when it was stopped
   */
  run(): Promise<PreCallTestResult> {
    if (this.#turn !== undefined) return this.#turn.promise;
    const end = new Interruption();
    const promise = this.#run(end);
    this.#turn = { end, promise };
    promise.then(
      (result) => this.#finish(end, { status: 'done', result }),
      (error: unknown) => this.#finish(end, { status: 'failed', error: errorInfo(error) }),
    );
    return promise;
  }

  /** Ends a test that runs, and gives the microphone back. */
  stop(): void {
    const turn = this.#turn;
    this.#turn = undefined;
    turn?.end.interrupt(mediaClosed());
    if (turn !== undefined) this.#snapshots.update({ status: 'idle', step: null });
  }

  #finish(end: Interruption, changes: Partial<PreCallTestSnapshot>): void {
    if (this.#turn?.end !== end) return;
    this.#turn = undefined;
    this.#snapshots.update({ step: null, ...changes });
  }

  async #run(end: Interruption): Promise<PreCallTestResult> {
    const { devices, duration = 4000, timeout = 8000, peerConnectionConfiguration = {} } = this.#options;
    this.#snapshots.update({ status: 'running', step: 'microphone', result: null, error: null });
    const webrtc = webrtcOf(this.#platform);
    const wanted = { audio: onDevice(true, devices?.chosen('audio') ?? null) };
    const stream = await captureOr(webrtc, wanted, { audio: true }, end);
    const call = new LoopbackCall(webrtc, this.#platform.clock, peerConnectionConfiguration, end);
    try {
      this.#snapshots.update({ step: 'connecting' });
      const connected = await call.connect(stream, timeout);
      if (connected) this.#snapshots.update({ step: 'measuring' });
      const measured = connected ? await call.measure(duration) : null;
      return Object.freeze<PreCallTestResult>({
        level: levelOf(measured?.mos ?? null),
        mos: measured?.mos ?? null,
        loss: measured?.loss ?? null,
        jitter: measured?.jitter ?? null,
        roundTripTime: measured?.roundTripTime ?? null,
        codec: measured?.codec ?? null,
        microphone: measured?.microphone ?? null,
        candidates: Object.freeze(call.candidates),
        relay: call.relay,
        path: measured?.path ?? null,
        local: connected && call.relay !== 'reached',
      });
    } finally {
      call.close();
      for (const track of stream.getTracks()) track.stop();
    }
  }
}

/** The classes of G.107 annex B, as the quality of a call has them. */
function levelOf(mos: number | null): PreCallTestResult['level'] {
  if (mos === null || mos < 3.6) return 'poor';
  return mos < 4.03 ? 'fair' : 'good';
}
