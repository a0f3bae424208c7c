import type { VideoLabels } from '../video-labels.ts';

/** The German words about pictures. */
export const video: VideoLabels = {
  video: 'Video',
  share: 'Bildschirm teilen',
  group: (name) => `Video mit ${name}`,
  theirs: (name) => `Bild von ${name}`,
  ours: 'Ihr eigenes Bild',
  you: 'Sie',
  theirsOff: (name) => `${name} zeigt kein Bild`,
  sharing: 'Sie teilen Ihren Bildschirm',
  stopSharing: 'Teilen beenden',
  switchCamera: 'Kamera wechseln',
  theyStarted: (name) => `${name} hat das Video eingeschaltet`,
  showYourself: 'Kamera einschalten',
  videoCall: 'Videoanruf',
  screenDenied: {
    what: 'Bildschirm nicht geteilt',
    next: 'Es wurde keiner ausgewählt, oder Ihr Browser erlaubt es nicht. Das Gespräch läuft weiter wie vorher.',
  },
  refused: {
    what: 'Kein Video am anderen Ende',
    next: 'Das andere Gerät oder ein Server dazwischen nimmt kein Bild an. Das Gespräch läuft mit Ton weiter.',
  },
};
