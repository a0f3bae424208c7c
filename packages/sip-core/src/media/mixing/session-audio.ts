import type { WebRtcPlatform } from '../../platform.ts';
import { MediaError } from '../media-error.ts';
import type { MediaSession } from '../media-session.ts';
import { WebRtcSessionDescriptionHandler } from '../webrtc/webrtc-session-description-handler.ts';

/** What Web Audio needs of the platform. */
export type AudioPlatform = Pick<WebRtcPlatform, 'createAudioContext' | 'createAudioElement' | 'createMediaStream'>;

/**
 * Both directions of a call as nodes of Web Audio. They follow every change of tracks, and carry what really goes out:
 * nothing while muted or on hold.
 */
export class SessionAudio {
  readonly handler: WebRtcSessionDescriptionHandler;
  /** Our microphone, mono. */
  readonly local: GainNode;
  /** The far end, mono. */
  readonly remote: GainNode;
  readonly #session: MediaSession;
  readonly #webrtc: AudioPlatform;
  readonly #context: AudioContext;
  readonly #sources = new Map<GainNode, { readonly track: MediaStreamTrack; release(): void }>();
  readonly #stops: readonly (() => void)[];

  /** @throws {@link MediaError} `MEDIA_UNSUPPORTED` when the call has no media of WebRTC */
  constructor(session: MediaSession, context: AudioContext, webrtc: AudioPlatform) {
    this.#session = session;
    this.#webrtc = webrtc;
    this.#context = context;
    this.handler = webRtcOf(session);
    this.local = mono(context);
    this.remote = mono(context);
    this.#stops = [this.handler.tracks.on('changed', () => this.#follow()), session.subscribe(() => this.#silence())];
    this.#follow();
    this.#silence();
  }

  /** Lets go of everything. */
  dispose(): void {
    for (const stop of this.#stops) stop();
    for (const source of this.#sources.values()) source.release();
    this.#sources.clear();
    this.local.disconnect();
    this.remote.disconnect();
  }

  #follow(): void {
    this.#connect(this.local, this.handler.localMediaStream.getAudioTracks()[0]);
    this.#connect(this.remote, this.handler.remoteMediaStream.getAudioTracks()[0]);
  }

  #connect(node: GainNode, track: MediaStreamTrack | undefined): void {
    const present = this.#sources.get(node);
    if (present?.track === track) return;
    present?.release();
    this.#sources.delete(node);
    if (track === undefined) return;
    const mediaStream = this.#webrtc.createMediaStream([track]);
    const source = this.#context.createMediaStreamSource(mediaStream);
    source.connect(node);
    const silent = node === this.remote ? this.#playSilently(mediaStream) : undefined;
    this.#sources.set(node, {
      track,
      release() {
        source.disconnect();
        silent?.();
      },
    });
  }

  /** Chromium lets sound from the network flow into Web Audio only while an element plays it too. */
  #playSilently(stream: MediaStream): () => void {
    const element = this.#webrtc.createAudioElement?.();
    if (element === undefined) return () => undefined;
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }

  /** A track of the caller's own is never disabled, so its silence is made here. */
  #silence(): void {
    const { muted, hold } = this.#session.getSnapshot();
    this.local.gain.value = muted.audio || hold.local ? 0 : 1;
    this.remote.gain.value = hold.local ? 0 : 1;
  }
}

/** Makes the context that calls are mixed in. */
export function openContext(webrtc: AudioPlatform | undefined): AudioContext {
  const context = webrtc?.createAudioContext?.();
  if (context === undefined) throw new MediaError('MEDIA_UNSUPPORTED', 'There is no Web Audio here.');
  void context.resume().catch(() => undefined);
  return context;
}

function webRtcOf({ sessionDescriptionHandler }: MediaSession): WebRtcSessionDescriptionHandler {
  if (sessionDescriptionHandler instanceof WebRtcSessionDescriptionHandler) return sessionDescriptionHandler;
  throw new MediaError(
    'MEDIA_UNSUPPORTED',
    'The sound of this call cannot be mixed: its media are not those of WebRTC.',
  );
}

function mono(context: AudioContext): GainNode {
  const gain = context.createGain();
  gain.channelCount = 1;
  gain.channelCountMode = 'explicit';
  return gain;
}
