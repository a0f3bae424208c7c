import type { WebRtcPlatform } from '../../platform.ts';
import type { Interruption } from '../interruption.ts';
import { captureError, MediaError } from '../media-error.ts';

/**
 * Asks for a microphone or camera. A stream that comes after the interruption (the person hung up under the permission
 * prompt) is stopped at once.
 *
 * @throws {@link MediaError} in words a person understands, or what it was interrupted with
 */
export async function capture(
  webrtc: WebRtcPlatform,
  constraints: MediaStreamConstraints,
  interruption: Interruption,
): Promise<MediaStream> {
  interruption.check();
  const asked = ask(webrtc, constraints);
  asked.then(
    (stream) => {
      if (interruption.interrupted) for (const track of stream.getTracks()) track.stop();
    },
    () => undefined,
  );
  try {
    return await interruption.race(asked);
  } catch (error) {
    throw captureError(error, constraints);
  }
}

/**
 * Captures, or else captures something plainer: a device that was chosen may be gone by now.
 *
 * @param plain - what to ask for when no device does what `constraints` say
 */
export async function captureOr(
  webrtc: WebRtcPlatform,
  constraints: MediaStreamConstraints,
  plain: MediaStreamConstraints,
  interruption: Interruption,
): Promise<MediaStream> {
  try {
    return await capture(webrtc, constraints, interruption);
  } catch (error) {
    const missing = error instanceof MediaError && ['MEDIA_CONSTRAINTS', 'MEDIA_NOT_FOUND'].includes(error.code);
    if (!missing || JSON.stringify(constraints) === JSON.stringify(plain)) throw error;
    return capture(webrtc, plain, interruption);
  }
}

function ask(webrtc: WebRtcPlatform, constraints: MediaStreamConstraints): Promise<MediaStream> {
  try {
    return webrtc.getUserMedia(constraints);
  } catch (error) {
    // It rejects by contract; it throws where `navigator.mediaDevices` is missing.
    const help = 'Pages may use the microphone only when they come over https or from localhost.';
    return Promise.reject(new MediaError('MEDIA_INSECURE', help, error));
  }
}
