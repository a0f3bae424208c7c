import type { Labels } from '../labels.ts';
import { by, say } from '../say.ts';

/** `Labels.causes`, in Portuguese. */
export const causes: Labels['causes'] = {
  HUNG_UP: by(
    { what: 'Você desligou', next: null },
    { what: 'O outro lado desligou', next: null },
    { what: 'Chamada encerrada', next: null },
  ),
  CANCELED: by(
    { what: 'Você cancelou a chamada', next: null },
    { what: 'Pararam de ligar', next: 'Ligue de volta quando puder.' },
  ),
  ANSWERED_ELSEWHERE: say('Atendida em outro aparelho', 'Alguém com o mesmo número atendeu esta chamada.'),
  BUSY: by(
    { what: 'Você estava ocupado', next: 'O outro lado ouviu o sinal de ocupado.' },
    { what: 'Linha ocupada', next: 'A pessoa está em outra chamada. Tente de novo em alguns minutos.' },
  ),
  REJECTED: by(
    { what: 'Você recusou a chamada', next: null },
    { what: 'Chamada recusada', next: 'A pessoa preferiu não atender. Tente mais tarde ou mande uma mensagem.' },
  ),
  REDIRECTED: by(
    { what: 'Você desviou esta chamada', next: null },
    { what: 'Chamada desviada', next: 'Este número desvia para outro, e a chamada não pôde seguir.' },
  ),
  UNAVAILABLE: say('Indisponível', 'Ninguém atendeu, ou o telefone está desligado. Tente mais tarde.'),
  NOT_FOUND: say('Número inexistente', 'Ninguém tem este número. Confira e ligue de novo.'),
  ADDRESS_INCOMPLETE: say('Número curto demais', 'Faltam dígitos. Confira o número e ligue de novo.'),
  INCOMPATIBLE_SDP: say(
    'Aparelhos incompatíveis',
    'O aparelho do outro lado não consegue trocar som com o seu. Ligue para outro número.',
  ),
  AUTHENTICATION_ERROR: say(
    'Acesso recusado',
    'O servidor não aceitou seu nome ou sua senha, e a chamada não foi feita. Confira sua conta.',
  ),
  SIP_FAILURE_CODE: (cause) => ({
    what: 'A chamada falhou',
    next: `O servidor respondeu${cause.statusCode === null ? '' : ` ${cause.statusCode}`} e não completou a chamada. Tente de novo; se continuar, fale com o administrador.`,
  }),
  NO_ANSWER: by(
    { what: 'Não atendida', next: 'Você perdeu esta chamada. Ligue de volta quando puder.' },
    { what: 'Ninguém atendeu', next: 'O telefone tocou e ninguém atendeu. Tente mais tarde.' },
  ),
  EXPIRES: say('Sem resposta a tempo', 'A chamada tocou demais e foi interrompida. Tente mais tarde.'),
  NO_ACK: say(
    'Chamada não completada',
    'Você atendeu, mas o outro lado nunca confirmou. Espere que liguem de novo ou ligue de volta.',
  ),
  NO_PRACK: say('Chamada não completada', 'O outro lado parou de responder enquanto tocava. Ligue de volta.'),
  REQUEST_TIMEOUT: say(
    'O servidor não responde',
    'A chamada não foi feita ou já terminou. Confira sua rede e tente de novo.',
  ),
  CONNECTION_ERROR: say(
    'Conexão perdida',
    'A ligação com o servidor de telefonia caiu e a chamada terminou. Confira sua rede; o telefone se reconecta sozinho.',
  ),
  DIALOG_ERROR: say('Chamada perdida', 'Os dois lados deixaram de se entender sobre esta chamada. Ligue de novo.'),
  MEDIA_DENIED: say(
    'Microfone bloqueado',
    'A chamada não pode continuar sem ele. Permita o microfone na barra de endereço e ligue de novo.',
  ),
  MEDIA_ERROR: say(
    'Sem microfone',
    'Não foi possível abrir o microfone e a chamada terminou. Conecte um ou escolha outro e ligue de novo.',
  ),
  BAD_MEDIA_DESCRIPTION: say(
    'Não foi possível preparar o som',
    'O outro lado enviou algo que este telefone não entende. Ligue de novo ou use outro número.',
  ),
  RTP_TIMEOUT: say('O som sumiu', 'Nada foi ouvido do outro lado por muito tempo e a chamada terminou. Ligue de novo.'),
  NOT_RESUMED: say('Chamada não retomada', 'A página foi recarregada e a chamada não pôde continuar. Ligue de novo.'),
  REPLACED: say('Continuou em outro lugar', 'Esta chamada seguiu como outra chamada.'),
  TRANSFERRED: say('Chamada transferida', 'Agora falam com outra pessoa.'),
  INTERNAL_ERROR: say(
    'Algo deu errado',
    'Um erro no telefone encerrou a chamada. Ligue de novo; recarregue a página se continuar.',
  ),
};
