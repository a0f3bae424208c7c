import type {
  MediaHost,
  MediaState,
  SessionDescriptionHandler,
  SessionDescriptionHandlerFactory,
  WebRtcPlatform,
} from '@hookswitch/sip-core';
import { createFakeMedia, type FakeMedia } from '@hookswitch/sip-core/testing';

/** jsdom has no media; a stream is known by its tracks. */
class FakeStream {
  getTracks(): readonly MediaStreamTrack[] {
    return [];
  }

  getVideoTracks(): readonly MediaStreamTrack[] {
    return [];
  }
}

/** Fake media with streams, cameras and screens; notes which of those were asked for. */
export class PictureHandler implements SessionDescriptionHandler {
  readonly negotiated: ReturnType<FakeMedia>;
  readonly asked: string[] = [];
  localMediaStream: object | undefined;
  remoteMediaStream: object | undefined;
  readonly hasDescription: SessionDescriptionHandler['hasDescription'];
  readonly offersVideo: (sdp: string) => boolean;
  readonly getDescription: SessionDescriptionHandler['getDescription'];
  readonly rollbackDescription: SessionDescriptionHandler['rollbackDescription'];
  readonly sendDtmf: SessionDescriptionHandler['sendDtmf'];
  readonly setMuted: SessionDescriptionHandler['setMuted'];
  readonly close: SessionDescriptionHandler['close'];
  readonly #host: MediaHost;
  #sharing = false;
  /** Whether the screen came in place of a camera, so that nothing has to be agreed for it. */
  #inPlace = false;

  constructor(negotiated: ReturnType<FakeMedia>, host: MediaHost) {
    this.negotiated = negotiated;
    this.#host = host;
    this.hasDescription = (contentType) => negotiated.hasDescription(contentType);
    this.offersVideo = (sdp) => negotiated.offersVideo(sdp);
    this.getDescription = (...args) => negotiated.getDescription(...args);
    this.rollbackDescription = () => negotiated.rollbackDescription();
    this.sendDtmf = (tones, timing) => negotiated.sendDtmf(tones, timing);
    this.setMuted = (muted) => negotiated.setMuted(muted);
    this.close = () => negotiated.close();
  }

  get media(): MediaState {
    return { ...this.negotiated.media, ...(this.#sharing && { sharing: true }) };
  }

  setDescription: SessionDescriptionHandler['setDescription'] = (...args) => {
    this.localMediaStream ??= new FakeStream();
    this.remoteMediaStream ??= new FakeStream();
    return this.negotiated.setDescription(...args);
  };

  /** The far end sends another stream, over another path. */
  replaceRemoteStream(): void {
    this.remoteMediaStream = new FakeStream();
    this.negotiated.setConnection('disconnected');
  }

  async useDevice(kind: 'audio' | 'video', deviceId: string | null): Promise<void> {
    this.asked.push(`${kind} of ${deviceId}`);
  }

  async startSharing(): Promise<boolean> {
    this.asked.push('share');
    this.#inPlace = this.negotiated.media.video !== null;
    this.#share(true);
    return !this.#inPlace;
  }

  async stopSharing(): Promise<boolean> {
    this.asked.push('stop sharing');
    this.#share(false);
    return !this.#inPlace;
  }

  #share(sharing: boolean): void {
    this.#sharing = sharing;
    this.#host.mediaChanged();
  }
}

/** Makes {@link PictureHandler}s, and remembers them by their sessions. */
export class PictureMedia {
  /** What they negotiate with. */
  readonly fake: FakeMedia = createFakeMedia();
  readonly factory: SessionDescriptionHandlerFactory;
  readonly #handlers = new Map<string, PictureHandler>();

  constructor() {
    this.factory = (host: MediaHost): PictureHandler => {
      const handler = new PictureHandler(this.fake(host), host);
      this.#handlers.set(host.id, handler);
      return handler;
    };
  }

  of(sessionId: string): PictureHandler {
    const handler = this.#handlers.get(sessionId);
    if (handler === undefined) throw new Error('This session has no media.');
    return handler;
  }
}

const none = (): never => {
  throw new Error('There is no WebRTC.');
};

/** A browser that could share screens, if there were one. */
export const withScreens: WebRtcPlatform = {
  createPeerConnection: none,
  createMediaStream: none,
  getUserMedia: none,
  getDisplayMedia: none,
};
