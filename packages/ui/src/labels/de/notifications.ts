import type { NotificationsLabels } from '../notifications-labels.ts';

/** Die deutschen Wörter der Mitteilungen und Medientasten. */
export const notifications: NotificationsLabels = {
  title: 'Mitteilungen',
  system: 'Anrufe auch außerhalb dieser Seite melden',
  systemHint: 'Ihr Rechner zeigt sie an, während diese Seite verdeckt ist.',
  denied: 'Vom Browser gesperrt. Erlauben Sie Mitteilungen in der Adresszeile und schalten Sie dies dann ein.',
  unsupported: 'Dieser Browser kennt keine Mitteilungen.',
  mediaKeys: 'Medientasten',
  mediaKeysHint: 'Während eines Gesprächs mit den Tasten der Tastatur auflegen und stummschalten.',
  noMediaKeys: 'Dieser Browser gibt die Medientasten nicht weiter.',
  answerByPlay: 'Wiedergabe und Pause nehmen Anrufe an',
  incoming: 'Eingehender Anruf',
  missed: 'Verpasster Anruf',
  caller: (name, number) => (number === '' || number === name ? name : `${name}, ${number}`),
};
