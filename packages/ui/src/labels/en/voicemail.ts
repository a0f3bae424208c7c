import { counted } from '../counted.ts';
import type { Labels } from '../labels.ts';

const fresh = counted('en', { one: '# new message', other: '# new messages' });

const old = counted('en', { one: '# heard', other: '# heard' });

/** `Labels.voicemail`, in English. */
export const voicemail: Labels['voicemail'] = {
  title: 'Voicemail',
  fresh,
  urgent: (count) => `${count} urgent`,
  old,
  none: 'No new messages',
  call: 'Call voicemail',
  key: '1, hold for voicemail',
};
