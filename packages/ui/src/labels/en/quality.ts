import type { QualityLabels } from '../quality-labels.ts';

/** The English words about quality. */
export const quality: QualityLabels = {
  group: 'Call quality',
  level: { unknown: 'Not measured yet', good: 'Good sound', fair: 'Fair sound', poor: 'Poor sound' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: 'Their sound does not arrive',
      next: 'You cannot hear them. Ask whether they are muted; if it stays, call again.',
    },
    DEAD_MICROPHONE: {
      what: 'Your microphone gives no sound',
      next: 'They cannot hear you. Check the switch of your headset, or choose another microphone.',
    },
    HIGH_LOSS: {
      what: 'Your connection loses packets',
      next: 'Words may be missing. Go closer to your router, or use a cable.',
    },
    HIGH_JITTER: {
      what: 'Your connection is uneven',
      next: 'Their voice may stutter. Stop downloads and other calls on this network.',
    },
    HIGH_ROUND_TRIP: {
      what: 'The line answers late',
      next: 'You may talk into each other’s words. Leave a short pause; a VPN may be the cause.',
    },
    LOW_MOS: {
      what: 'The sound is poor',
      next: 'Your network is not keeping up. Use a cable, or come closer to your router.',
    },
  },
  score: 'Sound score (MOS)',
  lossIn: 'Lost on the way to you',
  lossOut: 'Lost on the way to them',
  jitter: 'Jitter',
  roundTrip: 'Round trip',
  codec: 'Codec',
  path: 'Route',
  direct: 'Direct',
  relayed: 'Over a relay server',
  scoreOf: (score) => `${score} of 5`,
  percent: (share) => `${share} %`,
  milliseconds: (count) => `${count} ms`,
  unknown: 'Not known yet',
};
