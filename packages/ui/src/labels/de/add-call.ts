import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in German. */
export const addCall: AddCallLabels = {
  group: 'Jemanden dazurufen',
  title: 'Noch jemanden anrufen',
  placeholder: 'Nummer oder Adresse',
  suggestions: 'Zuletzt gesprochen',
  call: 'Anrufen',
  cancel: 'Abbrechen',
  empty: 'Geben Sie ein, wen Sie anrufen möchten.',
  waits: (name) => `${name} wird so lange gehalten.`,
};
