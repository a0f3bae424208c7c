import type { RecoveryLabels } from '../recovery-labels.ts';

/** `Labels.recovery`, in German. */
export const recovery: RecoveryLabels = {
  silent: { what: 'Die Gegenseite ist nicht zu hören', next: 'Das Telefon prüft immer wieder, ob sie noch da ist.' },
  unreachable: (seconds) => ({
    what: 'Die Gegenseite ist nicht mehr zu hören und antwortet nicht',
    next: `Bleibt das so, endet das Gespräch ${seconds === null ? 'bald' : `in ${seconds} s`}.`,
  }),
  elsewhere: {
    what: 'Ihr Telefon ist in einem anderen Tab',
    next: 'Es klingelt und ist dort zu hören; bedienen können Sie es auch von hier.',
  },
  interrupted: (name) => ({
    what: `Ihr Gespräch mit ${name} wurde unterbrochen`,
    next: 'Die Seite wurde neu geladen. Ohne Ihre Antwort endet das Gespräch in einer halben Minute.',
  }),
  goOn: 'Fortsetzen',
  hangUp: 'Auflegen',
};
