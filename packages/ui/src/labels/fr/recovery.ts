import type { RecoveryLabels } from '../recovery-labels.ts';

/** `Labels.recovery`, in French. */
export const recovery: RecoveryLabels = {
  silent: {
    what: 'On n’entend pas votre correspondant',
    next: 'Le téléphone vérifie régulièrement qu’il est encore là.',
  },
  unreachable: (seconds) => ({
    what: 'On n’entend plus votre correspondant, et il ne répond pas',
    next: `Sans changement, l’appel prend fin ${seconds === null ? 'bientôt' : `dans ${seconds} s`}.`,
  }),
  elsewhere: {
    what: 'Votre téléphone est dans un autre onglet',
    next: 'Il sonne et s’entend là-bas ; vous pouvez aussi l’utiliser d’ici.',
  },
  interrupted: (name) => ({
    what: `Votre appel avec ${name} a été interrompu`,
    next: 'La page a été rechargée. Sans réponse de votre part, l’appel prend fin dans une demi-minute.',
  }),
  goOn: 'Reprendre',
  hangUp: 'Raccrocher',
};
