import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in Portuguese. */
export const consultation: ConsultationLabels = {
  group: 'Consulta antes de transferir',
  start: 'Perguntar antes',
  swap: 'Alternar',
  merge: 'Juntar',
  complete: 'Transferir',
  cancel: (waiting) => `Desligar aqui e voltar para ${waiting}`,
  back: 'Voltar',
  completing: 'Conectando os dois…',
  completesOnAnswer: (asked) => `Os dois serão conectados assim que ${asked} atender…`,
  failed: 'Não foi possível conectar os dois. As duas chamadas continuam; tente de novo ou volte.',
  announce: (waiting, asked) => `${asked} atendeu. ${waiting} está em espera.`,
  lines: 'Suas outras chamadas',
  toLine: (name) => `Conectar com ${name}`,
};
