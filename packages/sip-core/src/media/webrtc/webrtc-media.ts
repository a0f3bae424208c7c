import type { MediaHost } from '../session-description-handler.ts';
import { WebRtcSessionDescriptionHandler } from './webrtc-session-description-handler.ts';

/** How calls get their media. */
export interface WebRtcMediaOptions {
  /** STUN and TURN servers and the like; default none. */
  readonly peerConnectionConfiguration?: RTCConfiguration;
  /**
   * Milliseconds to wait for ICE candidates at the most; default 1000. Most descriptions are ready long before, see
   * {@link gatheringDeadline}. With 0 they go out at once and mostly without a candidate: good only for servers that
   * learn ours from our checks.
   */
  readonly iceGatheringTimeout?: number;
  /** Wait for the end of gathering, or the timeout, instead of the first good candidates; default false. */
  readonly allCandidates?: boolean;
  /** What to capture unless a call says otherwise; default `{ audio: true, video: false }`. */
  readonly constraints?: MediaStreamConstraints;
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
export function createWebRtcMedia(
  options: WebRtcMediaOptions = {},
): (host: MediaHost) => WebRtcSessionDescriptionHandler {
  return (host) => new WebRtcSessionDescriptionHandler(host, options);
}
