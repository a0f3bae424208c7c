import type { NotificationsLabels } from '../notifications-labels.ts';

/** Las palabras españolas de avisos y teclas multimedia. */
export const notifications: NotificationsLabels = {
  title: 'Avisos',
  system: 'Avisarme de llamadas fuera de esta página',
  systemHint: 'Los muestra su equipo mientras esta página está oculta.',
  denied: 'Bloqueado por el navegador. Permita los avisos en la barra de direcciones y active esto después.',
  unsupported: 'Este navegador no tiene avisos.',
  mediaKeys: 'Teclas multimedia',
  mediaKeysHint: 'Colgar y silenciar con las teclas del teclado durante una llamada.',
  noMediaKeys: 'Este navegador no cede las teclas multimedia.',
  answerByPlay: 'Reproducir y pausa contestan',
  incoming: 'Llamada entrante',
  missed: 'Llamada perdida',
  caller: (name, number) => (number === '' || number === name ? name : `${name}, ${number}`),
};
