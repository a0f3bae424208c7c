import type { VideoLabels } from '../video-labels.ts';

/** The Spanish words about pictures. */
export const video: VideoLabels = {
  video: 'Vídeo',
  share: 'Compartir pantalla',
  group: (name) => `Vídeo con ${name}`,
  theirs: (name) => `Imagen de ${name}`,
  ours: 'Su propia imagen',
  you: 'Usted',
  theirsOff: (name) => `${name} no muestra imagen`,
  sharing: 'Está compartiendo su pantalla',
  stopSharing: 'Dejar de compartir',
  switchCamera: 'Cambiar de cámara',
  theyStarted: (name) => `${name} ha activado el vídeo`,
  showYourself: 'Activar la cámara',
  videoCall: 'Videollamada',
  screenDenied: {
    what: 'Pantalla no compartida',
    next: 'No se eligió ninguna o el navegador no lo permite. La llamada sigue como estaba.',
  },
  refused: {
    what: 'Sin vídeo al otro lado',
    next: 'El teléfono de la otra persona, o un servidor intermedio, no acepta imagen. La llamada sigue con sonido.',
  },
};
