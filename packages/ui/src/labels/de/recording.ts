import type { RecordingLabels } from '../recording-labels.ts';

/** The German words about recordings. */
export const recording: RecordingLabels = {
  record: 'Aufnehmen',
  sign: 'Aufnahme läuft',
  pausedSign: 'Aufnahme angehalten',
  asking: 'Zustimmung steht noch aus…',
  started: 'Die Aufnahme läuft',
  paused: 'Aufnahme angehalten',
  stopped: 'Aufnahme beendet',
  pause: 'Aufnahme anhalten',
  resume: 'Aufnahme fortsetzen',
  ready: 'Dieses Gespräch wurde aufgenommen',
  keptUntil: 'Bleibt hier, bis diese Seite geschlossen wird.',
  save: 'Aufnahme speichern',
  saveOne: (number) => `Aufnahme ${number} speichern`,
  discard: 'Verwerfen',
  failed: {
    what: 'Nicht aufgenommen',
    next: 'Dieser Browser konnte nicht aufnehmen. Das Gespräch läuft weiter wie vorher.',
  },
};
