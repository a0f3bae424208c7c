import type { Labels } from '../labels.ts';
import { by, say } from '../say.ts';

/** `Labels.causes`, in French. */
export const causes: Labels['causes'] = {
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
};
