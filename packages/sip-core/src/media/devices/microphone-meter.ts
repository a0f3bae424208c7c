import { errorInfo, type ErrorInfo } from '../../base/errors.ts';
import { SnapshotStore } from '../../base/snapshot.ts';
import type { Platform } from '../../platform.ts';
import { Interruption } from '../interruption.ts';
import { mediaClosed, MediaError } from '../media-error.ts';
import { Loudness } from '../mixing/loudness.ts';
import { openContext } from '../mixing/session-audio.ts';
import { captureOr } from '../webrtc/capture.ts';
import { onDevice } from '../webrtc/capture-wishes.ts';
import type { DeviceManager } from './device-manager.ts';

/** A {@link MicrophoneMeter} at one moment: frozen and serialisable. */
export interface MicrophoneMeterSnapshot {
  /** `opening` while the person may be asked. */
  readonly status: 'opening' | 'open' | 'failed';
  /** The microphone that is open, as the browser names it; `null` while none is. */
  readonly deviceId: string | null;
  /** Why none could be opened. */
  readonly error: ErrorInfo | null;
}

/**
 * How loud the chosen microphone is, without a call: for a test before the first one. It opens the microphone when it is
 * made, follows the choice and the plug, and gives the microphone back when it is disposed of.
 *
 * @example
 * ```ts
 * const meter = new MicrophoneMeter(devicesOf(platform), platform);
 * bar.style.width = `${100 * meter.level()}%`;
 * meter.dispose();
 * ```
 */
export class MicrophoneMeter {
  readonly #devices: Pick<DeviceManager, 'chosen' | 'subscribe' | 'refresh'>;
  readonly #platform: Pick<Platform, 'webrtc' | 'logger'>;
  readonly #snapshots: SnapshotStore<MicrophoneMeterSnapshot>;
  readonly #unfollow: () => void;
  #turn = new Interruption();
  #chosen: string | null = null;
  #open: { readonly loudness: Loudness; release(): void } | undefined;

  constructor(
    devices: Pick<DeviceManager, 'chosen' | 'subscribe' | 'refresh'>,
    platform: Pick<Platform, 'webrtc' | 'logger'>,
  ) {
    this.#devices = devices;
    this.#platform = platform;
    this.#snapshots = new SnapshotStore<MicrophoneMeterSnapshot>(
      { status: 'opening', deviceId: null, error: null },
      (error) => platform.logger.log('error', 'devices', 'a listener threw', error),
    );
    this.#unfollow = devices.subscribe(() => {
      if (devices.chosen('audio') !== this.#chosen) void this.#start();
    });
    void this.#start();
  }

  getSnapshot(): MicrophoneMeterSnapshot {
    return this.#snapshots.get();
  }

  /** Calls `listener` when a microphone was opened or could not be; returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#snapshots.subscribe(listener);
  }

  /** From 0 to 1, as `LevelMeter` has it; 0 while none is open. */
  level(): number {
    return this.#open?.loudness.level() ?? 0;
  }

  /** Tries again after a failure. */
  retry(): void {
    if (this.getSnapshot().status === 'failed') void this.#start();
  }

  /** Gives the microphone back. */
  dispose(): void {
    this.#unfollow();
    this.#turn.interrupt(mediaClosed());
    this.#release();
  }

  async #start(): Promise<void> {
    this.#turn.interrupt(mediaClosed());
    const turn = new Interruption();
    this.#turn = turn;
    this.#chosen = this.#devices.chosen('audio');
    this.#release();
    this.#snapshots.update({ status: 'opening', deviceId: null, error: null });
    try {
      const { webrtc } = this.#platform;
      if (webrtc === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'There is no WebRTC here.');
      const exact = { audio: onDevice(true, this.#chosen) };
      const stream = await captureOr(webrtc, exact, { audio: true }, turn);
      this.#listen(stream, turn);
      // Names are known from now on, in browsers that do not tell of the permission.
      void this.#devices.refresh();
    } catch (error) {
      if (!turn.interrupted) this.#snapshots.update({ status: 'failed', error: errorInfo(error) });
    }
  }

  #listen(stream: MediaStream, turn: Interruption): void {
    const stop = (): void => {
      for (const track of stream.getTracks()) track.stop();
    };
    const [track] = stream.getAudioTracks();
    try {
      const context = openContext(this.#platform.webrtc);
      const loudness = new Loudness(context);
      const source = context.createMediaStreamSource(stream);
      source.connect(loudness.input);
      const again = (): void => {
        // Unplugged: the choice may already be another, or the default device is.
        if (!turn.interrupted) void this.#start();
      };
      track?.addEventListener('ended', again);
      this.#open = {
        loudness,
        release() {
          track?.removeEventListener('ended', again);
          source.disconnect();
          if (context.state !== 'closed') void context.close();
          stop();
        },
      };
    } catch (error) {
      stop();
      throw error;
    }
    this.#snapshots.update({ status: 'open', deviceId: track?.getSettings().deviceId ?? null });
  }

  #release(): void {
    this.#open?.release();
    this.#open = undefined;
  }
}
