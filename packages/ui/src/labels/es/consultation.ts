import type { ConsultationLabels } from '../consultation-labels.ts';

/** Asking before a transfer, in Spanish. */
export const consultation: ConsultationLabels = {
  group: 'Consulta antes de transferir',
  start: 'Preguntar antes',
  swap: 'Alternar',
  merge: 'Unir',
  complete: 'Transferir',
  cancel: (waiting) => `Colgar aquí y volver con ${waiting}`,
  back: 'Volver',
  completing: 'Conectándolos…',
  completesOnAnswer: (asked) => `Se conectarán en cuanto ${asked} conteste…`,
  failed: 'No se pudieron conectar. Las dos llamadas siguen; inténtelo de nuevo o vuelva atrás.',
  announce: (waiting, asked) => `${asked} ha contestado. ${waiting} está en espera.`,
  lines: 'Sus otras llamadas',
  toLine: (name) => `Conectar con ${name}`,
};
