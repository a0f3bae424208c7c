import type { VideoLabels } from '../video-labels.ts';

/** The Portuguese words about pictures. */
export const video: VideoLabels = {
  video: 'Vídeo',
  share: 'Compartilhar tela',
  group: (name) => `Vídeo com ${name}`,
  theirs: (name) => `Imagem de ${name}`,
  ours: 'A sua própria imagem',
  you: 'Você',
  theirsOff: (name) => `${name} não mostra imagem`,
  sharing: 'Você está compartilhando a sua tela',
  stopSharing: 'Parar de compartilhar',
  switchCamera: 'Trocar de câmera',
  theyStarted: (name) => `${name} ligou o vídeo`,
  showYourself: 'Ligar a câmera',
  videoCall: 'Chamada de vídeo',
  screenDenied: {
    what: 'Tela não compartilhada',
    next: 'Nenhuma foi escolhida, ou o navegador não permite. A chamada continua como estava.',
  },
  refused: {
    what: 'Sem vídeo do outro lado',
    next: 'O telefone da outra pessoa, ou um servidor no caminho, não aceita imagem. A chamada continua com som.',
  },
};
