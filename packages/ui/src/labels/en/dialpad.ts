import type { Labels } from '../labels.ts';
import { latinLetters } from '../latin-letters.ts';

/** `Labels.dialpad`, in English. */
export const dialpad: Labels['dialpad'] = {
  group: 'Dialpad',
  keys: 'Keys',
  field: 'Number or address',
  placeholder: 'Enter a number',
  letters: latinLetters,
  key: (key, letters) => {
    if (key === '*') return 'star';
    if (key === '#') return 'hash';
    if (key === '0') return '0, hold for plus';
    return letters === '' ? key : `${key} ${letters}`;
  },
  plus: 'Plus sign',
  erase: 'Delete last digit',
  call: 'Call',
  recall: (number) => `Press Call to bring back ${number}`,
  entered: (digits) => `Entered ${digits}`,
  notConnected: 'Not connected: calls are not possible right now',
};
