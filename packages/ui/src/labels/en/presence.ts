import type { Labels } from '../labels.ts';

/** `Labels.presence`, in English. */
export const presence: Labels['presence'] = {
  status: {
    available: 'Available',
    busy: 'Busy',
    away: 'Away',
    doNotDisturb: 'Do not disturb',
    offline: 'Offline',
    unknown: 'Status unknown',
  },
  mine: 'Your status',
  none: 'Not shown',
  failed: 'The server does not show your status to others.',
};
