import type { Labels } from '../labels.ts';

/** `Labels.keypad`, in English. */
export const keypad: Labels['keypad'] = {
  group: 'Keypad for this call',
  sent: 'Digits sent',
  empty: 'Digits go to the other side',
  hide: 'Hide keypad',
};
