import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in French. */
export const addCall: AddCallLabels = {
  group: 'Ajouter un appel',
  title: 'Appeler une autre personne',
  placeholder: 'Numéro ou adresse',
  suggestions: 'Personnes récentes',
  call: 'Appeler',
  cancel: 'Annuler',
  empty: 'Saisissez qui appeler.',
  waits: (name) => `${name} est mis en attente pendant ce temps.`,
};
