import { accounts } from './fr/accounts.ts';
import { addCall } from './fr/add-call.ts';
import { conference } from './fr/conference.ts';
import { consultation } from './fr/consultation.ts';
import { counted } from './counted.ts';
import type { Labels } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { people } from './fr/people.ts';
import { recording } from './fr/recording.ts';
import { recovery } from './fr/recovery.ts';
import { trace } from './fr/trace.ts';
import { video } from './fr/video.ts';
import { devices } from './fr/devices.ts';
import { quality } from './fr/quality.ts';
import { settings } from './fr/settings.ts';
import { notifications } from './fr/notifications.ts';
import { headset } from './fr/headset.ts';
import { causes } from './fr/causes.ts';
import { errors } from './fr/errors.ts';

const seconds = counted('fr', { one: '# seconde', other: '# secondes' });

/** The French words. */
export const fr: Labels = {
  language: { tag: 'fr', direction: 'ltr' },
  dialpad: {
    group: 'Clavier téléphonique',
    keys: 'Touches',
    field: 'Numéro ou adresse',
    placeholder: 'Saisir un numéro',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'étoile';
      if (key === '#') return 'dièse';
      if (key === '0') return '0, maintenir pour plus';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'Signe plus',
    erase: 'Effacer le dernier chiffre',
    call: 'Appeler',
    recall: (number) => `« Appeler » rappelle le ${number}`,
    entered: (digits) => `Saisi : ${digits}`,
    notConnected: 'Non connecté : impossible d’appeler pour le moment',
  },
  call: {
    unknown: 'Numéro masqué',
    status: {
      dialing: 'Appel en cours…',
      ringing: 'Ça sonne…',
      early: 'Pas encore décroché, vous entendez la ligne',
      incoming: 'Appel entrant',
      connecting: 'Décroché, connexion du son…',
      talking: 'En ligne',
      held: 'En attente',
      heldByThem: 'On vous a mis en attente',
      heldByBoth: 'En attente des deux côtés',
      reconnecting: 'Continuez à parler, reconnexion…',
      ending: 'On raccroche…',
      ended: 'Appel terminé',
    },
    elapsed: 'Durée de l’appel',
    region: (name) => `Appel avec ${name}`,
    via: (account) => `sur ${account}`,
    announce: (mood, name) =>
      ({
        dialing: `Appel de ${name}`,
        ringing: `Ça sonne chez ${name}`,
        early: '',
        incoming: '',
        connecting: '',
        talking: `En ligne avec ${name}`,
        held: `${name} est en attente`,
        heldByThem: `${name} vous a mis en attente`,
        heldByBoth: 'En attente des deux côtés',
        reconnecting: 'Connexion perdue, nouvel essai',
        ending: '',
        ended: `Appel avec ${name} terminé`,
      })[mood],
  },
  controls: {
    group: 'Commandes de l’appel',
    mute: 'Muet',
    hold: 'Attente',
    keypad: 'Clavier',
    transfer: 'Transférer',
    add: 'Ajouter',
    devices: 'Appareils',
    more: 'Plus',
    hangUp: 'Raccrocher',
    cancel: 'Annuler',
    back: 'Revenir à l’appel',
    muted: 'Votre micro est coupé',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'Clavier pour cet appel',
    sent: 'Chiffres envoyés',
    empty: 'Les chiffres vont à votre correspondant',
    hide: 'Masquer le clavier',
  },
  transfer: {
    group: 'Transférer cet appel',
    title: () => 'Transférer cet appel à',
    suggestions: 'Personnes récentes',
    placeholder: 'Numéro ou adresse',
    start: 'Transférer',
    cancel: 'Annuler',
    back: 'Retour',
    again: 'Réessayer',
    empty: 'Saisissez à qui passer cet appel.',
    requested: (target) => `Demande de transfert à ${target}…`,
    trying: (target) => `Appel de ${target}…`,
    ringing: (target) => `Ça sonne chez ${target}…`,
    accepted: (target) => `Transféré à ${target}.`,
    failed: (target, statusCode) =>
      `${target} ${statusCode === 486 || statusCode === 600 ? 'est en ligne' : statusCode === 404 ? 'n’existe pas' : statusCode === 480 || statusCode === 408 ? 'n’a pas répondu' : 'n’a pas pu prendre l’appel'}. Vous avez toujours cet appel ; essayez un autre numéro ou reprenez-le.`,
  },
  incoming: {
    dialog: (name) => `Appel entrant de ${name}`,
    alert: (name, number) =>
      number === '' || number === name ? `Appel entrant de ${name}.` : `Appel entrant de ${name}, ${number}.`,
    title: 'Appel entrant',
    silenced: 'Sonne en silence',
    answer: 'Répondre',
    decline: 'Refuser',
    silence: 'Silence',
    holdAndAnswer: 'Attente et répondre',
    titleVideo: 'Appel vidéo entrant',
    answerVideo: 'Répondre en vidéo',
    endAndAnswer: 'Terminer et répondre',
    more: 'Autres choix',
    busy: 'Occupé',
    toVoicemail: 'Vers la messagerie',
  },
  ended: {
    talked: (duration) => `Vous avez parlé ${duration}`,
    redial: 'Rappeler',
    dismiss: 'Fermer',
    retryAfter: (count) => `Votre correspondant demande d’attendre ${seconds(count)}.`,
  },
  causes,
  errors,
  registration: {
    status: {
      unregistered: 'Déconnecté',
      registering: 'Connexion…',
      registered: 'Prêt',
      unregistering: 'Déconnexion…',
      failed: 'Non identifié',
    },
    offline: 'Hors ligne',
    refused: ({ statusCode }) => ({
      what: 'Identification refusée',
      next:
        statusCode === 404
          ? 'Le serveur ne connaît pas ce numéro, personne ne peut donc vous appeler. Vérifiez votre compte.'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? 'Le serveur n’a pas accepté votre nom ou votre mot de passe, personne ne peut donc vous appeler. Vérifiez votre compte.'
            : `Le serveur a ${statusCode === null ? 'refusé' : `répondu ${statusCode}`}, personne ne peut donc vous appeler. Réessayez ou contactez votre administrateur.`,
    }),
    retryIn: (count) => `nouvel essai dans ${count} s`,
  },
  connection: {
    connecting: 'Connexion au serveur téléphonique…',
    offline: 'Cet ordinateur est hors ligne',
    reconnecting: (count) =>
      count === null || count <= 0
        ? 'Connexion perdue, nouvel essai…'
        : `Connexion perdue, nouvel essai dans ${count} s`,
    callGoesOn: 'Votre appel continue ; attente et transfert devront patienter.',
    noCalls: 'D’ici là, vous ne pouvez ni appeler ni être appelé.',
    stopped: 'Le téléphone est éteint',
    tryNow: 'Essayer maintenant',
    switchOn: 'Allumer',
  },
  list: { group: 'Vos appels', switchTo: (name) => `Passer à ${name}` },
  log: {
    group: 'Appels récents',
    empty: 'Aucun appel',
    emptyHint: 'Les appels passés et reçus apparaissent ici.',
    call: (name) => `Appeler ${name}`,
    outcome: {
      answered: 'Entrant',
      missed: 'Manqué',
      declined: 'Refusé',
      failed: 'Échoué',
      placed: 'Sortant',
      elsewhere: 'Pris ailleurs',
    },
    remove: (name) => `Retirer ${name} de la liste`,
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    locale: 'fr',
  },
  audio: {
    blocked: 'Votre navigateur coupe le son de cet appel tant que vous ne l’autorisez pas.',
    unlock: 'Activer le son',
  },
  details: {
    group: 'À propos de cet appel',
    direction: 'Sens',
    incoming: 'Entrant',
    outgoing: 'Sortant',
    address: 'Adresse',
    line: 'Votre ligne',
    started: 'Début',
    sound: 'Son',
    both: 'Dans les deux sens',
    oneWay: 'Dans un seul sens',
    none: 'Pas encore',
  },
  phone: { region: 'Téléphone', recent: 'Appels récents', dialpad: 'Clavier' },
  ...people,
  video,
  recording,
  recovery,
  trace,
  devices,
  quality,
  settings,
  notifications,
  headset,
};
