import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('fr', { one: 'Vous et # personne', other: 'Vous et # personnes' });

/** Conferences, in French. */
export const conference: ConferenceLabels = {
  group: 'Conférence',
  title: people,
  note: 'Elle est mixée dans cette page et se termine quand vous raccrochez.',
  participants: 'Participants',
  merge: 'Réunir',
  mergeWith: (name) => `Réunir avec ${name}`,
  silence: (name) => `Couper le son de ${name}`,
  silenced: 'Son coupé',
  remove: (name) => `Sortir ${name}`,
  hangUp: (name) => `Raccrocher avec ${name}`,
  split: 'Séparer',
  leave: 'Quitter',
  endAll: 'Terminer pour tous',
  failed: 'Tout le monde n’a pas pu être réuni. Les appels continuent.',
  announce: (count) => `Conférence : ${people(count)}`,
};
