import type { QualityLabels } from '../quality-labels.ts';

/** The Spanish words about quality. */
export const quality: QualityLabels = {
  group: 'Calidad de la llamada',
  level: { unknown: 'Aún sin medir', good: 'Buen sonido', fair: 'Sonido regular', poor: 'Mal sonido' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: 'No llega el sonido del otro lado',
      next: 'Usted no oye nada. Pregunte si está silenciado; si sigue así, llame de nuevo.',
    },
    DEAD_MICROPHONE: {
      what: 'Su micrófono no da sonido',
      next: 'No le oyen. Revise el interruptor de los auriculares o elija otro micrófono.',
    },
    HIGH_LOSS: {
      what: 'Su conexión pierde paquetes',
      next: 'Pueden faltar palabras. Acérquese al rúter o use un cable.',
    },
    HIGH_JITTER: {
      what: 'Su conexión es irregular',
      next: 'La voz puede entrecortarse. Detenga descargas y otras llamadas en esta red.',
    },
    HIGH_ROUND_TRIP: {
      what: 'La línea responde tarde',
      next: 'Es fácil hablar a la vez. Deje una breve pausa; una VPN puede ser la causa.',
    },
    LOW_MOS: { what: 'El sonido es malo', next: 'Su red no da abasto. Use un cable o acérquese al rúter.' },
  },
  score: 'Nota del sonido (MOS)',
  lossIn: 'Perdido en el camino hacia usted',
  lossOut: 'Perdido en el camino hacia el otro lado',
  jitter: 'Fluctuación',
  roundTrip: 'Ida y vuelta',
  codec: 'Códec',
  path: 'Camino',
  direct: 'Directo',
  relayed: 'Por un servidor de retransmisión',
  scoreOf: (score) => `${score} de 5`,
  percent: (share) => `${share} %`,
  milliseconds: (count) => `${count} ms`,
  unknown: 'Aún sin saber',
};
