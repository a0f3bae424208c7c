import { type Agreement, planAnswer, readAnswer, sends } from './answer-plan.ts';
import type { RobotMedia, RobotSound } from '@hookswitch/sip-core/testing';
import {
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  type RtpPacket,
  useOPUS,
  usePCMU,
  useVP8,
} from 'werift';
import { RtpEventReader } from './rtp-event.ts';
import { playTone } from './tone-packets.ts';

/** Tones as RTP events, at the clock of each audio codec (RFC 4733). */
const telephoneEvents = [48000, 8000].map((clockRate) => {
  const payloadType = clockRate === 8000 ? 126 : 110;
  return new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate, payloadType });
});

const TELEPHONE_EVENT = 'audio/telephone-event';

/**
 * Real sound for robots in Node: an echo of whatever comes in, a 440 Hz tone, or nothing. Opens UDP ports while a call
 * is up, and no other.
 *
 * @example
 * ```ts
 * const network = createFakeNetwork({ robotMedia: createNodeRobotMedia });
 * ```
 */
export function createNodeRobotMedia(sound: RobotSound): RobotMedia {
  // The tone is made in PCMU, so nothing else may be agreed upon.
  const audio = sound === 'tone' ? [usePCMU(), ...telephoneEvents] : [useOPUS(), usePCMU(), ...telephoneEvents];
  const connection = new RTCPeerConnection({
    codecs: { audio, video: sound === 'echo' ? [useVP8()] : [] },
    bundlePolicy: 'max-bundle',
  });
  const stops: (() => void)[] = [];
  let agreement: Agreement = new Map();
  let closed = false;
  const media: RobotMedia = {
    async answer(offer) {
      const plan = planAnswer(offer, (kind) => kind === 'audio' || (kind === 'video' && sound === 'echo'));
      await connection.setRemoteDescription({ type: 'offer', sdp: plan.offer });
      await connection.setLocalDescription(await connection.createAnswer());
      agreement = plan.agreement;
      return plan.finish(description(connection));
    },
    async offer() {
      if (connection.getTransceivers().length === 0) prepare(connection.addTransceiver('audio'));
      await connection.setLocalDescription(await connection.createOffer());
      return description(connection);
    },
    async accept(answer) {
      const read = readAnswer(answer);
      await connection.setRemoteDescription({ type: 'answer', sdp: read.sdp });
      agreement = read.agreement;
    },
    close() {
      if (closed) return;
      closed = true;
      for (const stop of stops) stop();
      connection.close().catch(() => {
        // It was closing already; there is nothing left to free.
      });
    },
  };
  const events = new RtpEventReader((digit, duration) => media.onDigit?.(digit, duration));

  function prepare(transceiver: RTCRtpTransceiver): void {
    const out = new MediaStreamTrack({ kind: transceiver.kind });
    transceiver.setDirection('sendrecv');
    transceiver.sender.registerTrack(out);
    stops.push(() => {
      out.stop();
    });
    if (sound === 'tone' && transceiver.kind === 'audio') stops.push(playTone(out, () => maySend(transceiver)));
    transceiver.onTrack.subscribe((track) => {
      track.onReceiveRtp.subscribe((packet) => {
        receive(transceiver, packet, out);
      });
      if (transceiver.kind !== 'video') return;
      // Whoever watches the echo lost the picture: the plea goes on to the camera.
      transceiver.sender.onPictureLossIndication.subscribe(() => {
        if (track.ssrc !== undefined) void transceiver.receiver.sendRtcpPLI(track.ssrc);
      });
    });
  }

  function maySend(transceiver: RTCRtpTransceiver): boolean {
    return sends(agreement.get(transceiver.mid ?? ''));
  }

  function receive(transceiver: RTCRtpTransceiver, packet: RtpPacket, out: MediaStreamTrack): void {
    const { payloadType, timestamp } = packet.header;
    const codec = transceiver.codecs.find((other) => other.payloadType === payloadType);
    if (codec?.mimeType.toLowerCase() === TELEPHONE_EVENT) {
      events.push(timestamp, packet.payload, codec.clockRate);
    } else if (sound === 'echo' && maySend(transceiver) && payloadType === transceiver.sender.codec?.payloadType) {
      out.writeRtp(packet.clone());
    }
  }

  connection.onRemoteTransceiverAdded.subscribe(prepare);
  return media;
}

function description(connection: RTCPeerConnection): string {
  const sdp = connection.localDescription?.sdp;
  if (sdp === undefined) throw new Error('There is no description yet.');
  return sdp;
}
