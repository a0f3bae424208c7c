import type { VideoLabels } from '../video-labels.ts';

/** The French words about pictures. */
export const video: VideoLabels = {
  video: 'Vidéo',
  share: 'Partager l’écran',
  group: (name) => `Vidéo avec ${name}`,
  theirs: (name) => `Image de ${name}`,
  ours: 'Votre propre image',
  you: 'Vous',
  theirsOff: (name) => `${name} ne montre pas d’image`,
  sharing: 'Vous partagez votre écran',
  stopSharing: 'Arrêter le partage',
  switchCamera: 'Changer de caméra',
  theyStarted: (name) => `${name} a activé la vidéo`,
  showYourself: 'Activer la caméra',
  videoCall: 'Appel vidéo',
  screenDenied: {
    what: 'Écran non partagé',
    next: 'Aucun écran n’a été choisi, ou votre navigateur ne l’autorise pas. L’appel continue comme avant.',
  },
  refused: {
    what: 'Pas de vidéo à l’autre bout',
    next: 'Le téléphone de votre correspondant, ou un serveur en chemin, n’accepte pas d’image. L’appel continue avec le son.',
  },
};
