import type { ConferenceLabels } from '../conference-labels.ts';
import { counted } from '../counted.ts';

const people = counted('pt', { one: 'Você e # pessoa', other: 'Você e # pessoas' });

/** Conferences, in Portuguese. */
export const conference: ConferenceLabels = {
  group: 'Conferência',
  title: people,
  note: 'Ela é mixada nesta página e termina quando você desliga.',
  participants: 'Participantes',
  merge: 'Juntar',
  mergeWith: (name) => `Juntar com ${name}`,
  silence: (name) => `Silenciar ${name}`,
  silenced: 'Sem voz',
  remove: (name) => `Tirar ${name}`,
  hangUp: (name) => `Desligar ${name}`,
  split: 'Separar',
  leave: 'Sair',
  endAll: 'Encerrar para todos',
  failed: 'Nem todos puderam ser juntados. As chamadas continuam.',
  announce: (count) => `Conferência: ${people(count)}`,
};
