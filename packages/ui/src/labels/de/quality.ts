import type { QualityLabels } from '../quality-labels.ts';

/** The German words about quality. */
export const quality: QualityLabels = {
  group: 'Gesprächsqualität',
  level: { unknown: 'Noch nicht gemessen', good: 'Guter Ton', fair: 'Mäßiger Ton', poor: 'Schlechter Ton' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: 'Der Ton der Gegenseite kommt nicht an',
      next: 'Sie hören nichts. Fragen Sie, ob dort stumm geschaltet ist; bleibt es dabei, rufen Sie neu an.',
    },
    DEAD_MICROPHONE: {
      what: 'Ihr Mikrofon gibt keinen Ton',
      next: 'Man hört Sie nicht. Prüfen Sie den Schalter am Headset oder wählen Sie ein anderes Mikrofon.',
    },
    HIGH_LOSS: {
      what: 'Ihre Verbindung verliert Pakete',
      next: 'Wörter können fehlen. Gehen Sie näher an den Router oder nehmen Sie ein Kabel.',
    },
    HIGH_JITTER: {
      what: 'Ihre Verbindung ist ungleichmäßig',
      next: 'Die Stimme kann stocken. Beenden Sie Downloads und andere Gespräche in diesem Netz.',
    },
    HIGH_ROUND_TRIP: {
      what: 'Die Leitung antwortet spät',
      next: 'Sie fallen einander leicht ins Wort. Lassen Sie eine kurze Pause; ein VPN kann die Ursache sein.',
    },
    LOW_MOS: {
      what: 'Der Ton ist schlecht',
      next: 'Ihr Netz kommt nicht mit. Nehmen Sie ein Kabel oder gehen Sie näher an den Router.',
    },
  },
  score: 'Tonnote (MOS)',
  lossIn: 'Auf dem Weg zu Ihnen verloren',
  lossOut: 'Auf dem Weg zur Gegenseite verloren',
  jitter: 'Schwankung',
  roundTrip: 'Hin und zurück',
  codec: 'Verfahren',
  path: 'Weg',
  direct: 'Direkt',
  relayed: 'Über einen Relay-Server',
  scoreOf: (score) => `${score} von 5`,
  percent: (share) => `${share} %`,
  milliseconds: (count) => `${count} ms`,
  unknown: 'Noch nicht bekannt',
};
