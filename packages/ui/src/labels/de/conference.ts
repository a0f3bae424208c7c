import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('de', { one: 'Sie und # Person', other: 'Sie und # Personen' });

/** Conferences, in German. */
export const conference: ConferenceLabels = {
  group: 'Konferenz',
  title: people,
  note: 'Sie wird auf dieser Seite gemischt und endet, wenn Sie auflegen.',
  participants: 'Teilnehmende',
  merge: 'Zusammen',
  mergeWith: (name) => `Mit ${name} zusammenlegen`,
  silence: (name) => `${name} stummschalten`,
  silenced: 'Stumm',
  remove: (name) => `${name} herausnehmen`,
  hangUp: (name) => `Bei ${name} auflegen`,
  split: 'Trennen',
  leave: 'Verlassen',
  endAll: 'Für alle beenden',
  failed: 'Nicht alle konnten zusammengelegt werden. Die Gespräche laufen weiter.',
  announce: (count) => `Konferenz: ${people(count)}`,
};
