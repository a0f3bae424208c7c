import type { Labels } from '../labels.ts';

/** `Labels.log`, in English. */
export const log: Labels['log'] = {
  group: 'Recent calls',
  empty: 'No calls yet',
  emptyHint: 'Calls you make and take appear here.',
  call: (name) => `Call ${name}`,
  outcome: {
    answered: 'Incoming',
    missed: 'Missed',
    declined: 'Declined',
    failed: 'Failed',
    placed: 'Outgoing',
    elsewhere: 'Answered elsewhere',
  },
  remove: (name) => `Remove ${name} from the list`,
  today: 'Today',
  yesterday: 'Yesterday',
  locale: undefined,
};
