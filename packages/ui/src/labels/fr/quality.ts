import type { QualityLabels } from '../quality-labels.ts';

/** The French words about quality. */
export const quality: QualityLabels = {
  group: 'Qualité de l’appel',
  level: { unknown: 'Pas encore mesuré', good: 'Bon son', fair: 'Son moyen', poor: 'Mauvais son' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: 'Le son de l’autre côté n’arrive pas',
      next: 'Vous n’entendez rien. Demandez si le micro y est coupé ; si cela dure, rappelez.',
    },
    DEAD_MICROPHONE: {
      what: 'Votre micro ne donne aucun son',
      next: 'On ne vous entend pas. Vérifiez l’interrupteur du casque ou choisissez un autre micro.',
    },
    HIGH_LOSS: {
      what: 'Votre connexion perd des paquets',
      next: 'Des mots peuvent manquer. Rapprochez-vous de la box ou prenez un câble.',
    },
    HIGH_JITTER: {
      what: 'Votre connexion est irrégulière',
      next: 'La voix peut hacher. Arrêtez les téléchargements et les autres appels sur ce réseau.',
    },
    HIGH_ROUND_TRIP: {
      what: 'La ligne répond tard',
      next: 'On se coupe facilement la parole. Laissez une courte pause ; un VPN peut en être la cause.',
    },
    LOW_MOS: {
      what: 'Le son est mauvais',
      next: 'Votre réseau ne suit pas. Prenez un câble ou rapprochez-vous de la box.',
    },
  },
  score: 'Note du son (MOS)',
  lossIn: 'Perdu en venant vers vous',
  lossOut: 'Perdu en allant vers l’autre',
  jitter: 'Gigue',
  roundTrip: 'Aller-retour',
  codec: 'Codage',
  path: 'Chemin',
  direct: 'En direct',
  relayed: 'Par un serveur relais',
  scoreOf: (score) => `${score} sur 5`,
  percent: (share) => `${share} %`,
  milliseconds: (count) => `${count} ms`,
  unknown: 'Pas encore connu',
};
