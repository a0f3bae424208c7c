import type { RecordingLabels } from '../recording-labels.ts';

/** The French words about recordings. */
export const recording: RecordingLabels = {
  record: 'Enregistrer',
  sign: 'Enregistrement en cours',
  pausedSign: 'Enregistrement en pause',
  asking: 'En attente du consentement…',
  started: 'L’enregistrement a commencé',
  paused: 'Enregistrement en pause',
  stopped: 'Enregistrement terminé',
  pause: 'Mettre l’enregistrement en pause',
  resume: 'Reprendre l’enregistrement',
  ready: 'Cet appel a été enregistré',
  keptUntil: 'Conservé ici jusqu’à la fermeture de cette page.',
  save: 'Sauvegarder l’enregistrement',
  saveOne: (number) => `Sauvegarder l’enregistrement ${number}`,
  discard: 'Supprimer',
  failed: { what: 'Non enregistré', next: 'Ce navigateur n’a pas pu enregistrer. L’appel continue comme avant.' },
};
