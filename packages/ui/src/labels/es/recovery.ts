import type { RecoveryLabels } from '../recovery-labels.ts';

/** `Labels.recovery`, in Spanish. */
export const recovery: RecoveryLabels = {
  silent: { what: 'No se oye a la otra persona', next: 'El teléfono comprueba cada cierto tiempo que sigue ahí.' },
  unreachable: (seconds) => ({
    what: 'Ya no se oye a la otra persona, y no responde',
    next: `Si sigue así, la llamada termina ${seconds === null ? 'pronto' : `en ${seconds} s`}.`,
  }),
  elsewhere: {
    what: 'Su teléfono está en otra pestaña',
    next: 'Allí suena y se oye; también puede usarlo desde aquí.',
  },
  interrupted: (name) => ({
    what: `Su llamada con ${name} se interrumpió`,
    next: 'La página se volvió a cargar. Si no responde, la llamada termina en medio minuto.',
  }),
  goOn: 'Continuar',
  hangUp: 'Colgar',
};
