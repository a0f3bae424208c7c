import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in French. */
export const consultation: ConsultationLabels = {
  group: 'Consultation avant le transfert',
  start: 'Demander d’abord',
  swap: 'Permuter',
  merge: 'Réunir',
  complete: 'Transférer',
  cancel: (waiting) => `Raccrocher ici et revenir à ${waiting}`,
  back: 'Retour',
  completing: 'Mise en relation…',
  completesOnAnswer: (asked) => `Mise en relation dès que ${asked} répondra…`,
  failed: 'La mise en relation a échoué. Les deux appels continuent ; réessayez ou revenez en arrière.',
  announce: (waiting, asked) => `${asked} a répondu. ${waiting} est en attente.`,
  lines: 'Vos autres appels',
  toLine: (name) => `Mettre en relation avec ${name}`,
};
