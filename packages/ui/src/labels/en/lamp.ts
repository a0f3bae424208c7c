import type { Labels } from '../labels.ts';

/** `Labels.lamp`, in English. */
export const lamp: Labels['lamp'] = {
  status: { idle: 'Free', ringing: 'Ringing', busy: 'On a call', unknown: 'Unknown' },
  call: (name) => `Call ${name}`,
  pickUp: (name) => `Answer for ${name}`,
};
