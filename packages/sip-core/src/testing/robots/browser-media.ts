import { createToneMicrophone } from '../tone-microphone.ts';
import type { RobotMedia, RobotSound } from './robot-media.ts';

const TONE = 440;
/** Milliseconds to wait for ICE candidates: within a page they are there at once. */
const GATHERING = 1000;

/**
 * Real sound for robots that live in the page: an echo of what comes in, a 440 Hz tone, or nothing. Video is echoed
 * too.
 *
 * @example
 * ```ts
 * const network = createFakeNetwork({ robotMedia: createBrowserRobotMedia });
 * ```
 */
export function createBrowserRobotMedia(sound: RobotSound): RobotMedia {
  const connection = new RTCPeerConnection();
  const microphone = sound === 'tone' ? createToneMicrophone(TONE) : undefined;
  const hiss = microphone?.stream.getAudioTracks()[0];

  connection.addEventListener('track', ({ transceiver, track }) => {
    // A received track may be sent again as it is: that is the whole echo.
    if (sound === 'echo') void transceiver.sender.replaceTrack(track);
    else if (hiss !== undefined && track.kind === 'audio') void transceiver.sender.replaceTrack(hiss);
  });

  return {
    async answer(offer) {
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      for (const transceiver of connection.getTransceivers()) {
        const wanted = transceiver.receiver.track.kind === 'audio' || sound === 'echo';
        if (transceiver.direction === 'stopped') continue;
        transceiver.direction = wanted ? 'sendrecv' : 'inactive';
      }
      await connection.setLocalDescription();
      return gathered(connection);
    },
    async offer() {
      if (connection.getTransceivers().length === 0) connection.addTransceiver(hiss ?? 'audio');
      await connection.setLocalDescription();
      return gathered(connection);
    },
    async accept(answer) {
      await connection.setRemoteDescription({ type: 'answer', sdp: answer });
    },
    close() {
      microphone?.stop();
      connection.close();
    },
  };
}

/** The local description with its candidates, or with those that were found in time. */
async function gathered(connection: RTCPeerConnection): Promise<string> {
  if (connection.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, GATHERING);
      connection.addEventListener('icegatheringstatechange', () => {
        if (connection.iceGatheringState !== 'complete') return;
        clearTimeout(timer);
        resolve();
      });
    });
  }
  return connection.localDescription?.sdp ?? '';
}
