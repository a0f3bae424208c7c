import type { QualityLabels } from '../quality-labels.ts';

/** The Portuguese words about quality. */
export const quality: QualityLabels = {
  group: 'Qualidade da chamada',
  level: { unknown: 'Ainda não medido', good: 'Som bom', fair: 'Som regular', poor: 'Som ruim' },
  warnings: {
    NO_AUDIO_RECEIVED: {
      what: 'O som do outro lado não chega',
      next: 'Você não ouve nada. Pergunte se o outro lado está mudo; se continuar, ligue de novo.',
    },
    DEAD_MICROPHONE: {
      what: 'Seu microfone não dá som',
      next: 'Não ouvem você. Verifique o botão do fone ou escolha outro microfone.',
    },
    HIGH_LOSS: {
      what: 'Sua conexão perde pacotes',
      next: 'Podem faltar palavras. Chegue mais perto do roteador ou use um cabo.',
    },
    HIGH_JITTER: {
      what: 'Sua conexão é irregular',
      next: 'A voz pode falhar. Pare downloads e outras chamadas nesta rede.',
    },
    HIGH_ROUND_TRIP: {
      what: 'A linha responde tarde',
      next: 'É fácil falar ao mesmo tempo. Deixe uma pausa curta; uma VPN pode ser a causa.',
    },
    LOW_MOS: { what: 'O som está ruim', next: 'Sua rede não acompanha. Use um cabo ou chegue mais perto do roteador.' },
  },
  score: 'Nota do som (MOS)',
  lossIn: 'Perdido no caminho até você',
  lossOut: 'Perdido no caminho até o outro lado',
  jitter: 'Variação',
  roundTrip: 'Ida e volta',
  codec: 'Codificação',
  path: 'Caminho',
  direct: 'Direto',
  relayed: 'Por um servidor de retransmissão',
  scoreOf: (score) => `${score} em 5`,
  percent: (share) => `${share} %`,
  milliseconds: (count) => `${count} ms`,
  unknown: 'Ainda não se sabe',
};
