import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in English. */
export const consultation: ConsultationLabels = {
  group: 'Asking before a transfer',
  start: 'Ask first',
  swap: 'Swap',
  merge: 'Join all',
  complete: 'Transfer',
  cancel: (waiting) => `Hang up here and go back to ${waiting}`,
  back: 'Back',
  completing: 'Connecting them…',
  completesOnAnswer: (asked) => `Connecting them as soon as ${asked} answers…`,
  failed: 'They could not be connected. Both calls go on; try again or go back.',
  announce: (waiting, asked) => `${asked} answered. ${waiting} waits on hold.`,
  lines: 'Your other calls',
  toLine: (name) => `Connect with ${name}`,
};
