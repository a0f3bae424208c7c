import { createToneMicrophone } from '@hookswitch/sip-core/testing';

/**
 * A stream as `getUserMedia` would give it, with a steady tone in it. What makes the tone is freed when the track is
 * stopped, as a device is.
 *
 * @param frequency - in hertz
 */
export function toneStream(frequency: number): MediaStream {
  const microphone = createToneMicrophone(frequency);
  for (const track of microphone.stream.getAudioTracks()) {
    const stopTrack = track.stop.bind(track);
    track.stop = () => {
      track.stop = stopTrack;
      microphone.stop();
    };
  }
  return microphone.stream;
}
