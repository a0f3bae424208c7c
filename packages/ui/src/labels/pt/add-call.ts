import type { AddCallLabels } from '../add-call-labels.ts';

/** Calling somebody else, in Portuguese. */
export const addCall: AddCallLabels = {
  group: 'Adicionar uma chamada',
  title: 'Ligar para outra pessoa',
  placeholder: 'Número ou endereço',
  suggestions: 'Pessoas recentes',
  call: 'Ligar',
  cancel: 'Cancelar',
  empty: 'Digite para quem ligar.',
  waits: (name) => `${name} fica em espera enquanto isso.`,
};
