import type {
  MediaHost,
  SessionDescriptionHandler,
  SessionDescriptionHandlerOptions,
} from '../media/session-description-handler.ts';
import type { WebRtcMediaOptions } from '../media/webrtc/webrtc-media.ts';
import { createWebRtcMedia } from '../media/webrtc/webrtc-media.ts';
import type { WebRtcSessionDescriptionHandler } from '../media/webrtc/webrtc-session-description-handler.ts';
import { browserPlatform, type WebRtcPlatform } from '../platform.ts';
import { createToneMicrophone } from './tone-microphone.ts';

/** One end of a call without signalling: its media, and what it captured. */
export interface MediaEnd {
  readonly handler: WebRtcSessionDescriptionHandler;
  /** Every track that was captured for it. */
  readonly captured: readonly MediaStreamTrack[];
  /** How often its host was told of a change. */
  readonly changes: () => number;
  /** Closes the handler and the microphone behind it. */
  close(): void;
}

/** How a {@link MediaEnd} is made. */
export interface MediaEndOptions extends WebRtcMediaOptions {
  /** What its microphone hums, in hertz; default 440. */
  readonly frequency?: number;
  /** Parts of the platform to replace. */
  readonly webrtc?: Partial<WebRtcPlatform>;
}

/** Makes a WebRTC handler whose microphone hums; its camera is the browser's fake one. */
export function createMediaEnd(options: MediaEndOptions = {}): MediaEnd {
  const { frequency = 440, webrtc = {}, ...mediaOptions } = options;
  const platform = browserPlatform();
  const captured: MediaStreamTrack[] = [];
  const ends: (() => void)[] = [];
  const getUserMedia = async (constraints: MediaStreamConstraints): Promise<MediaStream> => {
    const stream = new MediaStream();
    if (constraints.audio !== undefined && constraints.audio !== false) {
      const microphone = createToneMicrophone(frequency);
      ends.push(() => microphone.stop());
      for (const track of microphone.stream.getTracks()) stream.addTrack(track);
    }
    if (constraints.video !== undefined && constraints.video !== false) {
      const camera = await navigator.mediaDevices.getUserMedia({ video: constraints.video });
      for (const track of camera.getTracks()) stream.addTrack(track);
    }
    captured.push(...stream.getTracks());
    return stream;
  };
  let changes = 0;
  const host: MediaHost = {
    id: `end at ${frequency} Hz`,
    platform: { ...platform, webrtc: { ...platform.webrtc!, getUserMedia, ...webrtc } },
    mediaChanged: () => {
      changes += 1;
    },
  };
  const handler = createWebRtcMedia(mediaOptions)(host);
  return {
    handler,
    captured,
    changes: () => changes,
    close() {
      handler.close();
      for (const end of ends) end();
    },
  };
}

/** The two descriptions of one exchange. */
export interface Exchange {
  readonly offer: string;
  readonly answer: string;
}

/** Passes an offer from one handler to the other, and the answer back. */
export async function exchange(
  from: SessionDescriptionHandler,
  to: SessionDescriptionHandler,
  options: SessionDescriptionHandlerOptions = {},
  answerOptions: SessionDescriptionHandlerOptions = {},
): Promise<Exchange> {
  const offer = await from.getDescription(options);
  await to.setDescription(offer.body);
  const answer = await to.getDescription(answerOptions);
  await from.setDescription(answer.body);
  return { offer: offer.body, answer: answer.body };
}
