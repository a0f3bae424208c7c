import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in English. */
export const addCall: AddCallLabels = {
  group: 'Add a call',
  title: 'Call somebody else',
  placeholder: 'Number or address',
  suggestions: 'Recent people',
  call: 'Call',
  cancel: 'Cancel',
  empty: 'Type whom to call.',
  waits: (name) => `${name} goes on hold meanwhile.`,
};
