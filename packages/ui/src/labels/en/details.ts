import type { Labels } from '../labels.ts';

/** `Labels.details`, in English. */
export const details: Labels['details'] = {
  group: 'About this call',
  direction: 'Direction',
  incoming: 'Incoming',
  outgoing: 'Outgoing',
  address: 'Address',
  line: 'Your line',
  started: 'Started',
  sound: 'Sound',
  both: 'Both ways',
  oneWay: 'One way',
  none: 'None yet',
};
