import type { MediaHost } from '../session-description-handler.ts';
import type { ChosenDevices } from './capture-wishes.ts';
import type { CodecPreferences } from './codec-preferences.ts';
import type { DataChannelOptions } from './data-channels.ts';
import { WebRtcSessionDescriptionHandler } from './webrtc-session-description-handler.ts';

/** How calls get their media. */
export interface WebRtcMediaOptions {
  /** STUN and TURN servers and the like; default none. */
  readonly peerConnectionConfiguration?: RTCConfiguration;
  /**
   * Milliseconds to wait for ICE candidates at the most; default 1000. Most descriptions are ready long before: the
   * first candidates that will do are enough. With 0 they go out at once and mostly without a candidate: good only for
   * servers that learn ours from our checks.
   */
  readonly iceGatheringTimeout?: number;
  /** Wait for the end of gathering, or the timeout, instead of the first good candidates; default false. */
  readonly allCandidates?: boolean;
  /** What to capture unless a call says otherwise; default `{ audio: true, video: false }`. */
  readonly constraints?: MediaStreamConstraints;
  /**
   * Take a picture that the far end offers also while we send none; default true. No camera of ours is opened for that.
   * False answers it `inactive`, which spares the bandwidth where nobody looks.
   */
  readonly receiveVideo?: boolean;
  /**
   * A data channel beside sound and picture, such as `{ label: 'notes' }`; default none, since many servers refuse calls
   * that offer one. See `dataChannel` and `channels` of the handler.
   */
  readonly dataChannel?: DataChannelOptions;
  /**
   * The devices a person chose for all calls, which running calls follow too; a `DeviceManager`. Default those of the
   * platform, see `devicesOf`; `null` leaves the choice to the system and to `constraints`.
   */
  readonly devices?: ChosenDevices | null;
  /**
   * The codecs to use, the best first, such as `{ audio: ['opus', 'PCMU'] }`. Others are not offered, and DTMF always
   * is. Default the browser's own list and order.
   */
  readonly codecs?: CodecPreferences;
}

/** Makes WebRTC media; their candidates may follow their descriptions (RFC 8840). */
export interface WebRtcMediaFactory {
  (host: MediaHost): WebRtcSessionDescriptionHandler;
  readonly trickleIce: true;
}

/**
 * Media by WebRTC: the default of every user agent. Everything comes through `platform.webrtc`.
 *
 * @returns a factory that throws a {@link MediaError} `MEDIA_UNSUPPORTED` where there is no WebRTC
 *
 * @example
 * ```ts
 * const ua = new UA({
 *   uri: 'alice@example.com',
 *   sessionDescriptionHandlerFactory: createWebRtcMedia({
 *     peerConnectionConfiguration: { iceServers: [{ urls: 'stun:stun.example.com' }] },
 *   }),
 * });
 * ```
 */
export function createWebRtcMedia(options: WebRtcMediaOptions = {}): WebRtcMediaFactory {
  const make = (host: MediaHost): WebRtcSessionDescriptionHandler => new WebRtcSessionDescriptionHandler(host, options);
  return Object.assign(make, { trickleIce: true as const });
}
