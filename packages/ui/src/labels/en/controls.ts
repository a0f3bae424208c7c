import type { Labels } from '../labels.ts';

/** `Labels.controls`, in English. */
export const controls: Labels['controls'] = {
  group: 'Call controls',
  mute: 'Mute',
  hold: 'Hold',
  keypad: 'Keypad',
  transfer: 'Transfer',
  add: 'Add call',
  devices: 'Devices',
  more: 'More',
  hangUp: 'Hang up',
  cancel: 'Cancel',
  back: 'Back to call',
  muted: 'You are muted',
};
