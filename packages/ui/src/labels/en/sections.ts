import type { Labels } from '../labels.ts';

/** `Labels.sections`, in English. */
export const sections: Labels['sections'] = {
  group: 'Parts of the phone',
  keypad: 'Dial',
  recents: 'Recents',
  contacts: 'Contacts',
  messages: 'Messages',
  settings: 'Settings',
  news: (count) => `${count} new`,
  loading: 'Loading…',
  failed: 'This part could not be loaded. Check your network, then load the page again.',
};
