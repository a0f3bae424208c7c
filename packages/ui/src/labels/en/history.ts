import { counted } from '../counted.ts';
import type { Labels } from '../labels.ts';

const calls = counted('en', { one: '# call deleted', other: '# calls deleted' });

/** `Labels.history`, in English. */
export const history: Labels['history'] = {
  filter: 'Which calls',
  all: 'All',
  missed: 'Missed',
  search: 'Search calls',
  none: (query) => `No call matches “${query}”`,
  noneMissed: 'No missed calls',
  more: (name) => `More about ${name}`,
  message: 'Message',
  save: 'Add contact',
  remove: 'Delete',
  clear: 'Delete all calls',
  removed: calls,
  undo: 'Undo',
  export: 'Export calls',
  loading: 'Reading your calls…',
  notKept: 'Calls are kept until you close this page.',
};
