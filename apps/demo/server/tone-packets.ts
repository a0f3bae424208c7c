import { type MediaStreamTrack, RtpHeader, RtpPacket } from 'werift';

const RATE = 8000;
/** Samples of 20 ms. */
const FRAME = 160;
const FREQUENCY = 440;
/** 440 Hz at 8 kHz repeats itself after 11 periods. */
const LOOP = RATE / 40;

/** One sample as µ-law (ITU-T G.711). */
export function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const biased = Math.min(Math.abs(Math.round(sample * 32767)), 32635) + 132;
  const exponent = Math.floor(Math.log2(biased)) - 7;
  const mantissa = (biased >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/**
 * Writes a 440 Hz tone in PCMU to a track, one packet each 20 ms.
 *
 * @param maySend - asked for each packet
 * @returns a function that ends it
 */
export function playTone(track: MediaStreamTrack, maySend: () => boolean): () => void {
  const wave = Buffer.from(
    Array.from({ length: LOOP }, (_, at) => muLaw(0.4 * Math.sin((2 * Math.PI * FREQUENCY * at) / RATE))),
  );
  const start = Date.now();
  let sent = 0;
  const timer = setInterval(() => {
    // Timers come late; what is due by the clock is sent, so that the tone never falls behind.
    const due = Math.floor((Date.now() - start) / 20);
    if (due - sent > 10) sent = due - 1;
    for (; sent < due; sent += 1) {
      if (!maySend()) continue;
      const payload = Buffer.from(Array.from({ length: FRAME }, (_, at) => wave[(sent * FRAME + at) % LOOP] ?? 0xff));
      const header = new RtpHeader({
        sequenceNumber: sent & 0xffff,
        timestamp: (sent * FRAME) >>> 0,
        payloadType: 0,
        marker: sent === 0,
      });
      track.writeRtp(new RtpPacket(header, payload));
    }
  }, 20);
  return () => {
    clearInterval(timer);
  };
}
