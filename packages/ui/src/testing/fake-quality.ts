import type { QualitySnapshot, QualityWarningCode, StatisticsSnapshot } from '@hookswitch/sip-core';

/** A quality with some warnings, for stories and tests. */
export function fakeQuality(
  level: QualitySnapshot['level'],
  mos: number | null,
  ...codes: readonly QualityWarningCode[]
): QualitySnapshot {
  return { level, mos, warnings: codes.map((code, index) => ({ code, since: index, value: 0 })) };
}

/** What a call over a bad network is measured as. */
export const fakeStatistics: StatisticsSnapshot = {
  at: 0,
  audio: {
    sent: { bitrate: 32_000, packets: 900, loss: 0.012, jitter: 9, level: 0.2, codec: 'opus' },
    received: {
      ...{ bitrate: 31_000, packets: 880, lost: 61, loss: 0.064, jitter: 41 },
      ...{ bufferDelay: 80, level: 0.2, codec: 'opus' },
    },
  },
  video: { sent: null, received: null },
  roundTripTime: 182,
  path: { local: 'host', remote: 'srflx', protocol: 'udp', relayed: false },
  mos: 3.1,
};
