import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in Spanish. */
export const addCall: AddCallLabels = {
  group: 'Añadir una llamada',
  title: 'Llamar a otra persona',
  placeholder: 'Número o dirección',
  suggestions: 'Personas recientes',
  call: 'Llamar',
  cancel: 'Cancelar',
  empty: 'Escriba a quién llamar.',
  waits: (name) => `${name} queda en espera mientras tanto.`,
};
