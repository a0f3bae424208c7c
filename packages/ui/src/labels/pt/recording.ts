import type { RecordingLabels } from '../recording-labels.ts';

/** The Portuguese words about recordings. */
export const recording: RecordingLabels = {
  record: 'Gravar',
  sign: 'Gravando',
  pausedSign: 'Gravação em pausa',
  asking: 'Aguardando o consentimento…',
  started: 'A gravação começou',
  paused: 'Gravação em pausa',
  stopped: 'Gravação encerrada',
  pause: 'Pausar a gravação',
  resume: 'Retomar a gravação',
  ready: 'Esta chamada foi gravada',
  keptUntil: 'Fica aqui até esta página ser fechada.',
  save: 'Salvar gravação',
  saveOne: (number) => `Salvar gravação ${number}`,
  discard: 'Descartar',
  failed: { what: 'Não gravada', next: 'Este navegador não conseguiu gravar. A chamada continua como estava.' },
};
