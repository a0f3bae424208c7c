import type { ErrorInfo } from '../../snapshots.ts';
import type { Labels, Sentence } from '../labels.ts';
import { say } from '../say.ts';

const refused = (error: ErrorInfo): Sentence => ({
  what: 'Le serveur a refusé',
  next: `Il n’a pas accepté cette demande${error.statusCode === null ? '' : ` (${error.statusCode})`}. L’appel est comme avant ; réessayez ou contactez votre administrateur.`,
});

/** `Labels.errors`, in French. */
export const errors: Labels['errors'] = {
  MEDIA_DENIED: say(
    'Micro bloqué',
    'On ne vous entend pas. Autorisez le micro dans la barre d’adresse, puis réessayez.',
  ),
  MEDIA_NOT_FOUND: say('Aucun micro trouvé', 'On ne vous entend pas. Branchez un casque ou un micro, puis réessayez.'),
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
  KEEP_ALIVE_TIMEOUT: say('Le serveur ne répond plus', 'La connexion est morte. Le téléphone se reconnecte tout seul.'),
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
};
