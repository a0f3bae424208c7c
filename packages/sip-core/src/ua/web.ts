import { createWebRtcMedia } from '../media/webrtc/webrtc-media.ts';
import { WebRtcSessionDescriptionHandler } from '../media/webrtc/webrtc-session-description-handler.ts';

/**
 * The media of browsers under the names of the classic documents: `SIP.WebRTC.SessionDescriptionHandler` (001).
 *
 * @example
 * ```ts
 * if (session.sessionDescriptionHandler instanceof Web.SessionDescriptionHandler) {
 *   audio.srcObject = session.sessionDescriptionHandler.remoteMediaStream;
 * }
 * ```
 */
export const Web: {
  readonly SessionDescriptionHandler: typeof WebRtcSessionDescriptionHandler;
  readonly createMedia: typeof createWebRtcMedia;
} = { SessionDescriptionHandler: WebRtcSessionDescriptionHandler, createMedia: createWebRtcMedia };
