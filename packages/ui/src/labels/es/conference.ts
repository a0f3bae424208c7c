import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('es', { one: 'Usted y # persona', other: 'Usted y # personas' });

/** Conferences, in Spanish. */
export const conference: ConferenceLabels = {
  group: 'Conferencia',
  title: people,
  note: 'Se mezcla en esta página y termina cuando usted cuelga.',
  participants: 'Participantes',
  merge: 'Unir',
  mergeWith: (name) => `Unir con ${name}`,
  silence: (name) => `Silenciar a ${name}`,
  silenced: 'Sin voz',
  remove: (name) => `Sacar a ${name}`,
  hangUp: (name) => `Colgar a ${name}`,
  split: 'Separar',
  leave: 'Salir',
  endAll: 'Terminar para todos',
  failed: 'No se pudo unir a todos. Las llamadas siguen.',
  announce: (count) => `Conferencia: ${people(count)}`,
};
