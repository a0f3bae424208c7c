import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './fr/accounts.ts';
import { addCall } from './fr/add-call.ts';
import { conference } from './fr/conference.ts';
import { consultation } from './fr/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
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

const seconds = counted('fr', { one: '# seconde', other: '# secondes' });

const refused = (error: ErrorInfo): Sentence => ({
  what: 'Le serveur a refusé',
  next: `Il n’a pas accepté cette demande${error.statusCode === null ? '' : ` (${error.statusCode})`}. L’appel est comme avant ; réessayez ou contactez votre administrateur.`,
});

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
  causes: {
    HUNG_UP: by(
      { what: 'Vous avez raccroché', next: null },
      { what: 'Votre correspondant a raccroché', next: null },
      { what: 'Appel terminé', next: null },
    ),
    CANCELED: by(
      { what: 'Vous avez annulé l’appel', next: null },
      { what: 'Votre correspondant a renoncé', next: 'Rappelez quand vous serez disponible.' },
    ),
    ANSWERED_ELSEWHERE: say('Pris sur un autre appareil', 'Quelqu’un qui a le même numéro a pris cet appel.'),
    BUSY: by(
      { what: 'Vous étiez occupé', next: 'Votre correspondant a entendu la tonalité d’occupation.' },
      { what: 'Ligne occupée', next: 'Votre correspondant est déjà en ligne. Réessayez dans quelques minutes.' },
    ),
    REJECTED: by(
      { what: 'Vous avez refusé l’appel', next: null },
      { what: 'Appel refusé', next: 'Essayez plus tard ou envoyez un message.' },
    ),
    REDIRECTED: by(
      { what: 'Vous avez renvoyé cet appel', next: null },
      { what: 'Appel renvoyé ailleurs', next: 'Ce numéro renvoie vers un autre, et l’appel n’a pas pu suivre.' },
    ),
    UNAVAILABLE: say(
      'Non disponible',
      'Votre correspondant n’a pas pris l’appel, ou son téléphone est éteint. Réessayez plus tard.',
    ),
    NOT_FOUND: say('Numéro non attribué', 'Personne n’a ce numéro. Vérifiez-le et rappelez.'),
    ADDRESS_INCOMPLETE: say('Numéro trop court', 'Il manque des chiffres. Vérifiez le numéro et rappelez.'),
    INCOMPATIBLE_SDP: say(
      'Appareils incompatibles',
      'Son appareil ne peut pas échanger de son avec le vôtre. Appelez sur un autre numéro.',
    ),
    AUTHENTICATION_ERROR: say(
      'Identification refusée',
      'Le serveur n’a pas accepté votre nom ou votre mot de passe, l’appel n’est pas parti. Vérifiez votre compte.',
    ),
    SIP_FAILURE_CODE: (cause) => ({
      what: 'Échec de l’appel',
      next: `Le serveur a répondu${cause.statusCode === null ? '' : ` ${cause.statusCode}`} et n’a pas établi l’appel. Réessayez ; si cela persiste, contactez votre administrateur.`,
    }),
    NO_ANSWER: by(
      { what: 'Appel manqué', next: 'Vous n’avez pas pris cet appel. Rappelez quand vous serez disponible.' },
      { what: 'Pas de réponse', next: 'Personne n’a décroché. Réessayez plus tard.' },
    ),
    EXPIRES: say('Pas de réponse à temps', 'L’appel a sonné trop longtemps et s’est arrêté. Réessayez plus tard.'),
    NO_ACK: say(
      'Appel non abouti',
      'Vous avez répondu, mais l’autre côté n’a jamais confirmé. Attendez un nouvel appel ou rappelez.',
    ),
    NO_PRACK: say('Appel non abouti', 'L’autre côté n’a plus répondu pendant la sonnerie. Rappelez.'),
    REQUEST_TIMEOUT: say(
      'Le serveur ne répond pas',
      'L’appel n’est pas parti, ou il est terminé. Vérifiez votre réseau et réessayez.',
    ),
    CONNECTION_ERROR: say(
      'Connexion perdue',
      'Le lien avec le serveur téléphonique s’est rompu et l’appel est terminé. Vérifiez votre réseau ; le téléphone se reconnecte tout seul.',
    ),
    DIALOG_ERROR: say('Appel perdu', 'Les deux côtés ne s’accordaient plus sur cet appel. Rappelez.'),
    MEDIA_DENIED: say(
      'Micro bloqué',
      'L’appel ne peut pas continuer sans lui. Autorisez le micro dans la barre d’adresse, puis rappelez.',
    ),
    MEDIA_ERROR: say(
      'Pas de micro',
      'Le micro n’a pas pu être ouvert, l’appel est donc terminé. Branchez-en un ou choisissez-en un autre, puis rappelez.',
    ),
    BAD_MEDIA_DESCRIPTION: say(
      'Le son n’a pas pu être établi',
      'L’autre côté a envoyé quelque chose que ce téléphone ne sait pas lire. Rappelez ou essayez un autre numéro.',
    ),
    RTP_TIMEOUT: say(
      'Son perdu',
      'On n’entendait plus rien de l’autre côté depuis trop longtemps, l’appel est terminé. Rappelez.',
    ),
    NOT_RESUMED: say('Appel non repris', 'La page a été rechargée et l’appel n’a pas pu continuer. Rappelez.'),
    REPLACED: say('Poursuivi ailleurs', 'Cet appel a continué sous un autre.'),
    TRANSFERRED: say('Appel transféré', 'Votre correspondant parle maintenant à quelqu’un d’autre.'),
    INTERNAL_ERROR: say(
      'Un problème est survenu',
      'Une erreur du téléphone a mis fin à l’appel. Rappelez ; rechargez la page si cela persiste.',
    ),
  },
  errors: {
    MEDIA_DENIED: say(
      'Micro bloqué',
      'On ne vous entend pas. Autorisez le micro dans la barre d’adresse, puis réessayez.',
    ),
    MEDIA_NOT_FOUND: say(
      'Aucun micro trouvé',
      'On ne vous entend pas. Branchez un casque ou un micro, puis réessayez.',
    ),
    MEDIA_IN_USE: say('Micro déjà utilisé', 'Un autre programme le tient. Fermez ce programme, puis réessayez.'),
    MEDIA_CONSTRAINTS: say(
      'Micro inadapté',
      'L’appareil choisi ne sait pas faire ce qui est demandé. Choisissez-en un autre.',
    ),
    MEDIA_UNSUPPORTED: say(
      'Impossible d’appeler ici',
      'Ce navigateur ou cette page ne peut pas utiliser le son. Ouvrez-la en https dans un navigateur à jour.',
    ),
    MEDIA_NOTHING_ASKED: say(
      'Rien à utiliser',
      'Ni le son ni l’image n’ont été demandés. Choisissez au moins l’un des deux.',
    ),
    MEDIA_INSECURE: say(
      'Page non sécurisée',
      'Les navigateurs n’autorisent le micro que sur les pages sécurisées. Ouvrez cette page en https.',
    ),
    MEDIA_UNKNOWN: say(
      'Le micro ne s’est pas ouvert',
      'Le navigateur ne dit pas pourquoi. Rebranchez-le ou choisissez-en un autre, puis réessayez.',
    ),
    MEDIA_REFUSED: say('Image refusée', 'Votre correspondant n’accepte pas l’image. L’appel continue avec le son.'),
    MEDIA_NEGOTIATION: say(
      'Le son n’a pas pu être modifié',
      'L’autre côté n’a pas accepté le changement. L’appel continue comme avant.',
    ),
    MEDIA_CLOSED: say('Le son est déjà coupé', 'L’appel est terminé ; rien n’a changé.'),
    CONNECT_FAILED: say(
      'Serveur injoignable',
      'Vous ne pouvez ni appeler ni être appelé. Vérifiez votre réseau ; le téléphone continue d’essayer.',
    ),
    CONNECT_TIMEOUT: say(
      'Serveur trop lent',
      'Il n’a pas ouvert la connexion à temps. Vérifiez votre réseau ; le téléphone continue d’essayer.',
    ),
    BAD_SUBPROTOCOL: say(
      'Ce n’est pas un serveur téléphonique',
      'L’adresse répond, mais ne parle pas SIP. Demandez la bonne à votre administrateur.',
    ),
    NO_WEBSOCKET: say(
      'Connexion impossible',
      'Ce navigateur ne peut pas ouvrir de connexion pour les appels. Utilisez un navigateur à jour.',
    ),
    CLOSED: say('Connexion fermée', 'Le serveur ou le réseau y a mis fin. Le téléphone se reconnecte tout seul.'),
    KEEP_ALIVE_TIMEOUT: say(
      'Le serveur ne répond plus',
      'La connexion est morte. Le téléphone se reconnecte tout seul.',
    ),
    REPLACED: say('Changement de serveur', 'Le téléphone passe à un meilleur serveur. Réessayez dans un instant.'),
    ABORTED: say('Connexion interrompue', 'Le téléphone n’est pas connecté. Allumez-le pour réessayer.'),
    NOT_CONNECTED: say(
      'Non connecté',
      'Le téléphone n’a pas de lien avec son serveur. Il se reconnecte tout seul ; réessayez ensuite.',
    ),
    SEND_FAILED: say(
      'Rien n’a été envoyé',
      'Le lien avec le serveur s’est rompu à cet instant. Réessayez quand le téléphone sera connecté.',
    ),
    CONNECTION: say(
      'Connexion perdue',
      'Cela n’est pas arrivé de l’autre côté. L’appel continue ; réessayez quand le téléphone sera connecté.',
    ),
    REQUEST_TIMEOUT: say('Pas de réponse à temps', 'L’appel continue comme avant. Vérifiez votre réseau et réessayez.'),
    RESPONSE: refused,
    TRANSFER_FAILED: say('Le transfert a échoué', 'L’autre personne était injoignable. Vous avez toujours cet appel.'),
    SESSION_ENDED: say('L’appel était déjà terminé', 'Rien n’a changé. Rappelez si nécessaire.'),
    SESSION_NOT_FOUND: say('L’appel était déjà terminé', 'Rien n’a changé. Rappelez si nécessaire.'),
    INVALID_STATE: say('Impossible pour le moment', 'L’appel avait déjà changé. Regardez où il en est et réessayez.'),
    INVALID_VALUE: say(
      'Numéro impossible à composer',
      'Le numéro ou l’adresse contient des caractères interdits. Corrigez et réessayez.',
    ),
    CONFIGURATION: say(
      'Téléphone non configuré',
      'Un réglage manque ou est faux, il est donc impossible d’appeler. Contactez votre administrateur.',
    ),
    UNKNOWN: say('Cela n’a pas marché', 'L’appel est comme avant. Réessayez ; rechargez la page si cela persiste.'),
  },
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
