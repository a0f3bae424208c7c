import { counted } from '../counted.ts';
import type { Labels } from '../labels.ts';

const added = counted('en', { one: '# contact added', other: '# contacts added' });

/** `Labels.contacts`, in English. */
export const contacts: Labels['contacts'] = {
  group: 'Contacts',
  search: 'Search contacts',
  add: 'New contact',
  empty: 'No contacts yet',
  emptyHint: 'People you add are called by their name on every call.',
  none: (query) => `Nobody matches “${query}”`,
  favourites: 'Favourites',
  everybody: 'Everybody',
  loading: 'Reading your contacts…',
  notKept: 'Contacts are kept until you close this page.',
  more: (name) => `More about ${name}`,
  call: (address) => `Call ${address}`,
  message: 'Message',
  edit: 'Edit',
  remove: 'Delete',
  removed: (name) => `${name} deleted`,
  favourite: 'Favourite',
  newTitle: 'New contact',
  editTitle: 'Edit contact',
  name: 'Name',
  address: 'Number or address',
  kind: 'Kind, such as work',
  addAddress: 'Add another number',
  removeAddress: 'Remove this number',
  note: 'Note',
  save: 'Save',
  cancel: 'Cancel',
  nameMissing: 'Enter a name.',
  addressMissing: 'Enter a number or an address.',
  full: (limit) => `There is room for ${limit} contacts. Delete one to add another.`,
  import: 'Import contacts',
  export: 'Export contacts',
  imported: added,
  importFailed: 'This file holds no contacts. Choose a vCard file or an export of this phone.',
};
