import type { HeadsetLabels } from '../headset-labels.ts';

/** Die deutschen Wörter der Headsets. */
export const headset: HeadsetLabels = {
  title: 'Kopfhörer mit Tasten',
  buttons: 'Tasten meines Headsets verwenden',
  buttonsHint: 'Nimmt an, legt auf und schaltet stumm; die Lampe zeigt, dass Sie sprechen.',
  unsupported: 'Dieser Browser liest keine Tasten von Headsets. Chrome und Edge können es.',
  list: 'Angeschlossene Headsets',
  none: 'Noch kein Headset verbunden.',
  unnamed: 'Headset ohne Namen',
  status: { opening: 'Wird verbunden…', ready: 'Bereit', failed: 'Von einem anderen Programm belegt' },
  connect: 'Headset verbinden',
  forget: (name) => `${name} trennen`,
};
