import type { NotificationsLabels } from '../notifications-labels.ts';

/** As palavras portuguesas de avisos e teclas multimédia. */
export const notifications: NotificationsLabels = {
  title: 'Avisos',
  system: 'Avisar-me de chamadas fora desta página',
  systemHint: 'O seu computador mostra-os enquanto esta página está oculta.',
  denied: 'Bloqueado pelo navegador. Permita os avisos na barra de endereço e depois ligue isto.',
  unsupported: 'Este navegador não tem avisos.',
  mediaKeys: 'Teclas multimédia',
  mediaKeysHint: 'Desligar e silenciar com as teclas do teclado durante uma chamada.',
  noMediaKeys: 'Este navegador não cede as teclas multimédia.',
  answerByPlay: 'Reproduzir e pausa atendem',
  incoming: 'Chamada a entrar',
  missed: 'Chamada perdida',
  caller: (name, number) => (number === '' || number === name ? name : `${name}, ${number}`),
};
