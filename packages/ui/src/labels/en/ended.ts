import { counted } from '../counted.ts';
import type { Labels } from '../labels.ts';

const seconds = counted('en', { one: '# second', other: '# seconds' });

/** `Labels.ended`, in English. */
export const ended: Labels['ended'] = {
  talked: (duration) => `You talked for ${duration}`,
  redial: 'Call again',
  dismiss: 'Close',
  retryAfter: (count) => `The other side asks to wait ${seconds(count)}.`,
};
