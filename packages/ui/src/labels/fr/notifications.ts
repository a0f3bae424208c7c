import type { NotificationsLabels } from '../notifications-labels.ts';

/** Les mots français des notifications et des touches multimédia. */
export const notifications: NotificationsLabels = {
  title: 'Avis d’appel',
  system: 'Signaler les appels hors de cette page',
  systemHint: 'Votre ordinateur les affiche quand cette page est cachée.',
  denied: 'Bloqué par le navigateur. Autorisez les notifications dans la barre d’adresse, puis activez ceci.',
  unsupported: 'Ce navigateur n’a pas de notifications.',
  mediaKeys: 'Touches multimédia',
  mediaKeysHint: 'Raccrocher et couper le micro avec les touches du clavier pendant un appel.',
  noMediaKeys: 'Ce navigateur garde les touches multimédia pour lui.',
  answerByPlay: 'Lecture et pause décrochent',
  incoming: 'Appel entrant',
  missed: 'Appel manqué',
  caller: (name, number) => (number === '' || number === name ? name : `${name}, ${number}`),
};
