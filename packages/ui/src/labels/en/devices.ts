import type { DevicesLabels } from '../devices-labels.ts';

/** The English words about devices. */
export const devices: DevicesLabels = {
  group: 'Audio devices',
  microphone: 'Microphone',
  speaker: 'Speaker',
  ringer: 'Ring on',
  camera: 'Camera',
  standard: 'System default',
  unnamed: (number) => `Device ${number}`,
  missing: (name) => `${name} (not connected)`,
  fallsBack: (name) => `${name} is not connected. The system default is used until it is back.`,
  fixedOutput: 'This browser plays all sound on the speaker that is chosen in your system.',
  level: 'Microphone level',
  theirLevel: 'Their sound',
  loudness: { silent: 'Silent', quiet: 'Quiet', good: 'Good', loud: 'Loud' },
  test: 'Test microphone',
  speak: 'Say something: the bar should move.',
  playTone: 'Play a test tone',
  playRing: 'Play the ring',
  toneBlocked: 'Your browser kept the tone silent. Press once more.',
  trouble: {
    notAsked: {
      what: 'Microphone not allowed yet',
      next: 'Your browser will ask once. Then you see your devices by name and can test them.',
    },
    denied: {
      what: 'Microphone blocked',
      next: 'Nobody would hear you. Allow it beside the address of this page, then try again.',
    },
    inUse: {
      what: 'Microphone in use',
      next: 'Another program holds it. Close that program, then try again.',
    },
    none: { what: 'No microphone found', next: 'Nobody would hear you. Plug in a headset or a microphone.' },
    insecure: {
      what: 'Page not secure',
      next: 'Browsers allow a microphone only on secure pages. Open this page over https.',
    },
  },
  cameraTrouble: {
    notAsked: { what: 'Camera not allowed yet', next: 'Your browser will ask once. Then you can choose it.' },
    denied: { what: 'Camera blocked', next: 'Allow it beside the address of this page, then try again.' },
    inUse: { what: 'Camera in use', next: 'Another program holds it. Close that program, then try again.' },
    none: { what: 'No camera found', next: 'Plug one in; calls work without it.' },
    insecure: {
      what: 'Page not secure',
      next: 'Browsers allow a camera only on secure pages. Open this page over https.',
    },
  },
  asking: 'Answer the question of your browser…',
  allow: 'Allow microphone',
  allowCamera: 'Allow camera',
  again: 'Try again',
};
