import type { DtmfTiming } from '../session-description-handler.ts';

/** What WebRTC allows (section 7.3 of its recommendation): tones of 40 to 6000 ms, pauses of 30 ms at least. */
const SHORTEST_TONE = 40;
const LONGEST_TONE = 6000;
const SHORTEST_GAP = 30;

/** The timing as WebRTC takes it. */
export function clampTiming(timing: DtmfTiming): DtmfTiming {
  return {
    duration: Math.min(LONGEST_TONE, Math.max(SHORTEST_TONE, timing.duration)),
    interToneGap: Math.max(SHORTEST_GAP, timing.interToneGap),
  };
}

/**
 * Sends tones as RTP events (RFC 4733) on an audio sender, after those that still wait there.
 *
 * @returns false when the sender cannot: nothing agreed, no telephone-event, or tones it does not know
 */
export function sendTones(sender: Pick<RTCRtpSender, 'dtmf'> | undefined, tones: string, timing: DtmfTiming): boolean {
  const dtmf = sender?.dtmf;
  if (dtmf?.canInsertDTMF !== true) return false;
  const { duration, interToneGap } = clampTiming(timing);
  try {
    // Inserting replaces what waits, so that goes along.
    dtmf.insertDTMF(dtmf.toneBuffer + tones, duration, interToneGap);
    return true;
  } catch {
    return false;
  }
}
