import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in German. */
export const consultation: ConsultationLabels = {
  group: 'Rückfrage vor dem Verbinden',
  start: 'Erst fragen',
  swap: 'Makeln',
  merge: 'Alle',
  complete: 'Verbinden',
  cancel: (waiting) => `Hier auflegen und zurück zu ${waiting}`,
  back: 'Zurück',
  completing: 'Die beiden werden verbunden…',
  completesOnAnswer: (asked) => `Die beiden werden verbunden, sobald ${asked} annimmt…`,
  failed:
    'Das Verbinden hat nicht geklappt. Beide Gespräche laufen weiter; versuchen Sie es noch einmal oder gehen Sie zurück.',
  announce: (waiting, asked) => `${asked} hat angenommen. ${waiting} wird gehalten.`,
  lines: 'Ihre anderen Gespräche',
  toLine: (name) => `Mit ${name} verbinden`,
};
