import type { DevicesLabels } from '../devices-labels.ts';

/** The German words about devices. */
export const devices: DevicesLabels = {
  group: 'Audiogeräte',
  microphone: 'Mikrofon',
  speaker: 'Lautsprecher',
  ringer: 'Klingeln auf',
  camera: 'Kamera',
  standard: 'Standard des Systems',
  unnamed: (number) => `Gerät ${number}`,
  missing: (name) => `${name} (nicht angeschlossen)`,
  fallsBack: (name) => `${name} ist nicht angeschlossen. Bis es wieder da ist, gilt der Standard des Systems.`,
  fixedOutput: 'Dieser Browser spielt allen Ton auf dem Lautsprecher ab, der im System gewählt ist.',
  level: 'Pegel des Mikrofons',
  theirLevel: 'Ton der Gegenseite',
  loudness: { silent: 'Still', quiet: 'Leise', good: 'Gut', loud: 'Laut' },
  test: 'Mikrofon testen',
  speak: 'Sagen Sie etwas: Der Balken sollte sich bewegen.',
  playTone: 'Testton abspielen',
  playRing: 'Klingelton abspielen',
  toneBlocked: 'Ihr Browser hat den Ton stumm gelassen. Drücken Sie noch einmal.',
  trouble: {
    notAsked: {
      what: 'Mikrofon noch nicht erlaubt',
      next: 'Ihr Browser fragt einmal. Danach sehen Sie Ihre Geräte mit Namen und können sie testen.',
    },
    denied: {
      what: 'Mikrofon gesperrt',
      next: 'Niemand würde Sie hören. Erlauben Sie es neben der Adresse dieser Seite, dann versuchen Sie es noch einmal.',
    },
    inUse: {
      what: 'Mikrofon belegt',
      next: 'Ein anderes Programm benutzt es. Schließen Sie es, dann versuchen Sie es noch einmal.',
    },
    none: {
      what: 'Kein Mikrofon gefunden',
      next: 'Niemand würde Sie hören. Schließen Sie ein Headset oder ein Mikrofon an.',
    },
    insecure: {
      what: 'Seite nicht sicher',
      next: 'Browser erlauben das Mikrofon nur auf sicheren Seiten. Öffnen Sie diese Seite über https.',
    },
  },
  cameraTrouble: {
    notAsked: { what: 'Kamera noch nicht erlaubt', next: 'Ihr Browser fragt einmal. Danach können Sie sie auswählen.' },
    denied: {
      what: 'Kamera gesperrt',
      next: 'Erlauben Sie sie neben der Adresse dieser Seite, dann versuchen Sie es noch einmal.',
    },
    inUse: {
      what: 'Kamera belegt',
      next: 'Ein anderes Programm benutzt sie. Schließen Sie es, dann versuchen Sie es noch einmal.',
    },
    none: { what: 'Keine Kamera gefunden', next: 'Schließen Sie eine an; telefonieren können Sie auch ohne.' },
    insecure: {
      what: 'Seite nicht sicher',
      next: 'Browser erlauben die Kamera nur auf sicheren Seiten. Öffnen Sie diese Seite über https.',
    },
  },
  asking: 'Beantworten Sie die Frage Ihres Browsers…',
  allow: 'Mikrofon erlauben',
  allowCamera: 'Kamera erlauben',
  again: 'Noch einmal versuchen',
};
