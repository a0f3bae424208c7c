import type { Labels } from '../labels.ts';

/** `Labels.recovery`, in English. */
export const recovery: Labels['recovery'] = {
  silent: { what: 'They cannot be heard', next: 'The phone keeps checking that they are still there.' },
  unreachable: (seconds) => ({
    what: 'They cannot be heard any more, and do not answer',
    next: `The call ends ${seconds === null ? 'soon' : `in ${seconds} s`} if that stays.`,
  }),
  elsewhere: { what: 'Your phone is in another tab', next: 'It rings and is heard there; you can use it from here.' },
  interrupted: (name) => ({
    what: `Your call with ${name} was interrupted`,
    next: 'The page was loaded again. Without a word from you the call ends within half a minute.',
  }),
  goOn: 'Go on',
  hangUp: 'Hang up',
};
