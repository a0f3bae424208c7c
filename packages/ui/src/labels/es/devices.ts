import type { DevicesLabels } from '../devices-labels.ts';

/** The Spanish words about devices. */
export const devices: DevicesLabels = {
  group: 'Dispositivos de audio',
  microphone: 'Micrófono',
  speaker: 'Altavoz',
  ringer: 'Timbre en',
  camera: 'Cámara',
  standard: 'El del sistema',
  unnamed: (number) => `Dispositivo ${number}`,
  missing: (name) => `${name} (desconectado)`,
  fallsBack: (name) => `${name} está desconectado. Hasta que vuelva se usa el del sistema.`,
  fixedOutput: 'Este navegador reproduce todo en el altavoz elegido en su sistema.',
  level: 'Nivel del micrófono',
  theirLevel: 'Sonido del otro lado',
  loudness: { silent: 'En silencio', quiet: 'Bajo', good: 'Bueno', loud: 'Alto' },
  test: 'Probar el micrófono',
  speak: 'Diga algo: la barra debe moverse.',
  playTone: 'Reproducir un tono de prueba',
  playRing: 'Reproducir el timbre',
  toneBlocked: 'Su navegador dejó el tono en silencio. Pulse otra vez.',
  trouble: {
    notAsked: {
      what: 'Micrófono aún sin permiso',
      next: 'Su navegador preguntará una vez. Después verá sus dispositivos por su nombre y podrá probarlos.',
    },
    denied: {
      what: 'Micrófono bloqueado',
      next: 'Nadie le oiría. Permítalo junto a la dirección de esta página y pruebe otra vez.',
    },
    inUse: { what: 'Micrófono ocupado', next: 'Lo tiene otro programa. Ciérrelo y pruebe otra vez.' },
    none: { what: 'No hay micrófono', next: 'Nadie le oiría. Conecte unos auriculares o un micrófono.' },
    insecure: {
      what: 'Página no segura',
      next: 'Los navegadores solo permiten el micrófono en páginas seguras. Abra esta página por https.',
    },
  },
  cameraTrouble: {
    notAsked: { what: 'Cámara aún sin permiso', next: 'Su navegador preguntará una vez. Después podrá elegirla.' },
    denied: { what: 'Cámara bloqueada', next: 'Permítala junto a la dirección de esta página y pruebe otra vez.' },
    inUse: { what: 'Cámara ocupada', next: 'La tiene otro programa. Ciérrelo y pruebe otra vez.' },
    none: { what: 'No hay cámara', next: 'Conecte una; las llamadas funcionan también sin ella.' },
    insecure: {
      what: 'Página no segura',
      next: 'Los navegadores solo permiten la cámara en páginas seguras. Abra esta página por https.',
    },
  },
  asking: 'Responda a la pregunta de su navegador…',
  allow: 'Permitir el micrófono',
  allowCamera: 'Permitir la cámara',
  again: 'Probar otra vez',
};
