import type { RecordingLabels } from '../recording-labels.ts';

/** The Spanish words about recordings. */
export const recording: RecordingLabels = {
  record: 'Grabar',
  sign: 'Grabando',
  pausedSign: 'Grabación en pausa',
  asking: 'Esperando el consentimiento…',
  started: 'La grabación ha comenzado',
  paused: 'Grabación en pausa',
  stopped: 'Grabación terminada',
  pause: 'Pausar la grabación',
  resume: 'Reanudar la grabación',
  ready: 'Esta llamada se ha grabado',
  keptUntil: 'Se guarda aquí hasta que se cierre esta página.',
  save: 'Guardar grabación',
  saveOne: (number) => `Guardar grabación ${number}`,
  discard: 'Descartar',
  failed: { what: 'No se ha grabado', next: 'Este navegador no pudo grabar. La llamada sigue como estaba.' },
};
