import type { WebRtcPlatform } from '../../platform.ts';
import type { Interruption } from '../interruption.ts';
import { captureError, MediaError } from '../media-error.ts';
import { capture, captureOr } from './capture.ts';
import type { CaptureWishes } from './capture-wishes.ts';
import type { LocalMedia } from './local-media.ts';
import { CapturedSource, type LocalSource } from './local-source.ts';
import { MEDIA_KINDS, type MediaKind } from './media-kind.ts';

/** What a {@link HotSwap} needs of its call. */
export interface HotSwapHost {
  readonly webrtc: WebRtcPlatform;
  readonly local: LocalMedia;
  readonly wishes: CaptureWishes;
  readonly closing: Interruption;
  /** Runs an act when no description is being made or taken. */
  readonly turn: <Result>(act: () => Promise<Result>) => Promise<Result>;
  /** Gives the senders what they are to send now. */
  readonly sendTracks: () => Promise<void>;
  /** Whether video that we send is agreed. */
  readonly sendsVideo: () => boolean;
  /** Tells that what is shared changed. */
  readonly changed: () => void;
  /** A device could not be replaced in the background. */
  readonly report: (error: unknown) => void;
}

/** Changes what is sent while it is sent: another microphone, another camera, a screen. No description is needed. */
export class HotSwap {
  readonly #host: HotSwapHost;
  /** What the camera was to do before a screen took its place. */
  #camera: MediaStreamConstraints['video'] = false;

  constructor(host: HotSwapHost) {
    this.#host = host;
  }

  /** Captures from another device; with nothing captured yet it is remembered. */
  useDevice(kind: MediaKind, deviceId: string | null): Promise<void> {
    const { local, wishes, turn } = this.#host;
    return turn(async () => {
      const undo = wishes.save();
      wishes.setDevice(kind, deviceId);
      const present = local.source(kind);
      if (present === undefined || present === local.screen) return;
      try {
        await this.#recapture(kind);
      } catch (error) {
        undo();
        throw error;
      }
    });
  }

  /** A device chosen for all calls changed, came or went: what we captured follows, what the caller gave stays. */
  followChoice(): void {
    for (const kind of MEDIA_KINDS) this.#inBackground(() => this.#follow(kind));
  }

  /** The device of a source is gone: the default one takes its place. */
  lost(kind: MediaKind, source: LocalSource): void {
    this.#inBackground(async () => {
      if (this.#host.local.source(kind) !== source) return;
      try {
        await this.#recapture(kind);
      } catch {
        this.#host.wishes.setDevice(kind, null);
        await this.#recapture(kind);
      }
    });
  }

  async startSharing(options: DisplayMediaStreamOptions, ended: () => void): Promise<boolean> {
    const { local, wishes, closing, turn, sendTracks, sendsVideo, changed } = this.#host;
    // At once, not in turn: the browser asks for the gesture that led here.
    const track = await this.#captureScreen(options);
    return turn(async () => {
      if (closing.interrupted) track.stop();
      closing.check();
      const source = new CapturedSource(track, true, ended);
      if (local.screen === undefined) this.#camera = wishes.constraints.video ?? false;
      const replacing = local.source('video');
      local.setScreen(source);
      if (replacing === undefined || !sendsVideo()) return true;
      local.replace('video', source);
      await sendTracks();
      changed();
      return false;
    });
  }

  stopSharing(): Promise<boolean> {
    const { local, wishes, turn, changed } = this.#host;
    return turn(async () => {
      const { screen } = local;
      if (screen === undefined) return false;
      const sent = local.source('video') === screen;
      local.setScreen(undefined);
      wishes.set({ ...wishes.constraints, video: this.#camera ?? false });
      changed();
      if (!sent) return false;
      if (wishes.constraints.video === false) return true;
      await this.#recapture('video');
      return false;
    });
  }

  async #follow(kind: MediaKind): Promise<void> {
    const { local, wishes } = this.#host;
    const present = local.source(kind);
    if (present === undefined || present === local.screen || present.satisfies(wishes.effective(kind))) return;
    await this.#recapture(kind);
  }

  /** Captures what is wished and sends it in place of what was sent. */
  async #recapture(kind: MediaKind): Promise<void> {
    const { webrtc, local, wishes, closing, sendTracks } = this.#host;
    const constraint = wishes.effective(kind);
    const plain = wishes.request((other) => other === kind, false)[kind];
    const stream = await captureOr(webrtc, { [kind]: constraint }, { [kind]: plain }, closing);
    const track = stream.getTracks().find((other) => other.kind === kind);
    for (const other of stream.getTracks()) if (other !== track || closing.interrupted) other.stop();
    closing.check();
    if (track === undefined) throw new MediaError('MEDIA_NOT_FOUND', `There is no ${kind} to capture.`);
    local.replace(kind, local.captured(kind, track, constraint));
    await sendTracks();
  }

  async #captureScreen(options: DisplayMediaStreamOptions): Promise<MediaStreamTrack> {
    const { webrtc, closing } = this.#host;
    const ask = webrtc.getDisplayMedia?.bind(webrtc);
    if (ask === undefined)
      throw new MediaError('MEDIA_UNSUPPORTED', 'This browser cannot share a screen.', undefined, 'screen');
    const asDisplay = { ...webrtc, getUserMedia: () => ask({ video: true, ...options }) };
    const stream = await capture(asDisplay, { video: true }, closing).catch((error: unknown) => {
      const { code, cause } = captureError(error, { video: true });
      if (code === 'MEDIA_CLOSED') throw error;
      throw new MediaError(code, 'The screen is not shared: none was chosen, or it was not allowed.', cause, 'screen');
    });
    const [track, ...others] = stream.getVideoTracks();
    for (const other of [...others, ...stream.getAudioTracks()]) other.stop();
    if (track === undefined)
      throw new MediaError('MEDIA_NOT_FOUND', 'There is no screen to share.', undefined, 'screen');
    return track;
  }

  #inBackground(act: () => Promise<void>): void {
    this.#host.turn(act).catch((error: unknown) => {
      if (!this.#host.closing.interrupted) this.#host.report(error);
    });
  }
}
