import type { DevicesLabels } from '../devices-labels.ts';

/** The French words about devices. */
export const devices: DevicesLabels = {
  group: 'Appareils audio',
  microphone: 'Micro',
  speaker: 'Haut-parleur',
  ringer: 'Sonner sur',
  camera: 'Caméra',
  standard: 'Choix du système',
  unnamed: (number) => `Appareil ${number}`,
  missing: (name) => `${name} (débranché)`,
  fallsBack: (name) => `${name} est débranché. Le choix du système le remplace jusqu’à son retour.`,
  fixedOutput: 'Ce navigateur joue tous les sons sur le haut-parleur choisi dans votre système.',
  level: 'Niveau du micro',
  theirLevel: 'Son du correspondant',
  loudness: { silent: 'Silencieux', quiet: 'Faible', good: 'Bon', loud: 'Fort' },
  test: 'Tester le micro',
  speak: 'Dites quelque chose : la barre doit bouger.',
  playTone: 'Jouer un son d’essai',
  playRing: 'Jouer la sonnerie',
  toneBlocked: 'Votre navigateur a coupé le son. Appuyez encore une fois.',
  trouble: {
    notAsked: {
      what: 'Micro pas encore autorisé',
      next: 'Votre navigateur demandera une fois. Vous verrez ensuite vos appareils par leur nom et pourrez les tester.',
    },
    denied: {
      what: 'Micro bloqué',
      next: 'Personne ne vous entendrait. Autorisez-le à côté de l’adresse de cette page, puis réessayez.',
    },
    inUse: { what: 'Micro déjà utilisé', next: 'Un autre programme le tient. Fermez-le, puis réessayez.' },
    none: { what: 'Aucun micro trouvé', next: 'Personne ne vous entendrait. Branchez un casque ou un micro.' },
    insecure: {
      what: 'Page non sécurisée',
      next: 'Les navigateurs n’autorisent le micro que sur les pages sécurisées. Ouvrez cette page en https.',
    },
  },
  cameraTrouble: {
    notAsked: {
      what: 'Caméra pas encore autorisée',
      next: 'Votre navigateur demandera une fois. Vous pourrez ensuite la choisir.',
    },
    denied: { what: 'Caméra bloquée', next: 'Autorisez-la à côté de l’adresse de cette page, puis réessayez.' },
    inUse: { what: 'Caméra déjà utilisée', next: 'Un autre programme la tient. Fermez-le, puis réessayez.' },
    none: { what: 'Aucune caméra trouvée', next: 'Branchez-en une ; les appels marchent aussi sans elle.' },
    insecure: {
      what: 'Page non sécurisée',
      next: 'Les navigateurs n’autorisent la caméra que sur les pages sécurisées. Ouvrez cette page en https.',
    },
  },
  asking: 'Répondez à la question de votre navigateur…',
  allow: 'Autoriser le micro',
  allowCamera: 'Autoriser la caméra',
  again: 'Réessayer',
};
