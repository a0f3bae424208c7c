import type { RecoveryLabels } from '../recovery-labels.ts';

/** `Labels.recovery`, in Portuguese. */
export const recovery: RecoveryLabels = {
  silent: { what: 'Não se ouve o outro lado', next: 'O telefone verifica de tempos em tempos se ainda há alguém lá.' },
  unreachable: (seconds) => ({
    what: 'Não se ouve mais o outro lado, e ele não responde',
    next: `Se continuar assim, a chamada termina ${seconds === null ? 'em breve' : `em ${seconds} s`}.`,
  }),
  elsewhere: {
    what: 'Seu telefone está em outra aba',
    next: 'Ele toca e é ouvido lá; você também pode usá-lo daqui.',
  },
  interrupted: (name) => ({
    what: `Sua chamada com ${name} foi interrompida`,
    next: 'A página foi recarregada. Sem resposta sua, a chamada termina em meio minuto.',
  }),
  goOn: 'Continuar',
  hangUp: 'Desligar',
};
