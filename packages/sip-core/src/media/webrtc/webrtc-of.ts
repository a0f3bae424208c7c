import type { Platform, WebRtcPlatform } from '../../platform.ts';
import { MediaError } from '../media-error.ts';

/**
 * The WebRTC of a platform.
 *
 * @throws {@link MediaError} `MEDIA_UNSUPPORTED` where there is none
 */
export function webrtcOf(platform: Platform): WebRtcPlatform {
  if (platform.webrtc !== undefined) return platform.webrtc;
  throw new MediaError(
    'MEDIA_UNSUPPORTED',
    'There is no WebRTC here. Pass `platform.webrtc`, or a `sessionDescriptionHandlerFactory` of your own.',
  );
}
