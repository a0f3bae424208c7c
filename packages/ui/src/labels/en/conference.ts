import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('en', { one: 'You and # other', other: 'You and # others' });

/** Conferences, in English. */
export const conference: ConferenceLabels = {
  group: 'Conference',
  title: people,
  note: 'It is mixed in this page and ends when you hang up.',
  participants: 'Participants',
  merge: 'Merge',
  mergeWith: (name) => `Merge with ${name}`,
  silence: (name) => `Silence ${name}`,
  silenced: 'Silenced',
  remove: (name) => `Take ${name} out`,
  hangUp: (name) => `Hang up on ${name}`,
  split: 'Split',
  leave: 'Leave',
  endAll: 'End for all',
  failed: 'Not everybody could be joined. The calls go on.',
  announce: (count) => `Conference: ${people(count)}`,
};
