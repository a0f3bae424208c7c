import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './pt/accounts.ts';
import { addCall } from './pt/add-call.ts';
import { conference } from './pt/conference.ts';
import { consultation } from './pt/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
import { people } from './pt/people.ts';
import { recording } from './pt/recording.ts';
import { recovery } from './pt/recovery.ts';
import { trace } from './pt/trace.ts';
import { video } from './pt/video.ts';
import { devices } from './pt/devices.ts';
import { quality } from './pt/quality.ts';
import { settings } from './pt/settings.ts';
import { notifications } from './pt/notifications.ts';
import { headset } from './pt/headset.ts';

const seconds = counted('pt', { one: '# segundo', other: '# segundos' });

const refused = (error: ErrorInfo): Sentence => ({
  what: 'O servidor recusou',
  next: `Ele não aceitou este pedido${error.statusCode === null ? '' : ` (${error.statusCode})`}. A chamada está como antes; tente de novo ou fale com o administrador.`,
});

/** The Portuguese words. */
export const pt: Labels = {
  language: { tag: 'pt', direction: 'ltr' },
  dialpad: {
    group: 'Teclado de discagem',
    keys: 'Teclas',
    field: 'Número ou endereço',
    placeholder: 'Digite um número',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'asterisco';
      if (key === '#') return 'cerquilha';
      if (key === '0') return '0, segure para mais';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'Sinal de mais',
    erase: 'Apagar o último dígito',
    call: 'Ligar',
    recall: (number) => `Aperte Ligar para trazer de volta ${number}`,
    entered: (digits) => `Digitado: ${digits}`,
    notConnected: 'Sem conexão: não é possível ligar agora',
  },
  call: {
    unknown: 'Número oculto',
    status: {
      dialing: 'Ligando…',
      ringing: 'Está tocando…',
      early: 'Ainda não atendeu, você ouve a linha',
      incoming: 'Chamada recebida',
      connecting: 'Atendida, conectando o som…',
      talking: 'Em chamada',
      held: 'Em espera',
      heldByThem: 'Colocaram você em espera',
      heldByBoth: 'Em espera nos dois lados',
      reconnecting: 'Continue falando, reconectando…',
      ending: 'Desligando…',
      ended: 'Chamada encerrada',
    },
    elapsed: 'Duração da chamada',
    region: (name) => `Chamada com ${name}`,
    via: (account) => `para ${account}`,
    announce: (mood, name) =>
      ({
        dialing: `Ligando para ${name}`,
        ringing: `O telefone de ${name} está tocando`,
        early: '',
        incoming: '',
        connecting: '',
        talking: `Em chamada com ${name}`,
        held: `${name} está em espera`,
        heldByThem: `${name} colocou você em espera`,
        heldByBoth: 'Em espera nos dois lados',
        reconnecting: 'Conexão perdida, tentando de novo',
        ending: '',
        ended: `Chamada com ${name} encerrada`,
      })[mood],
  },
  controls: {
    group: 'Controles da chamada',
    mute: 'Mudo',
    hold: 'Espera',
    keypad: 'Teclado',
    transfer: 'Transferir',
    add: 'Adicionar',
    devices: 'Dispositivos',
    more: 'Mais',
    hangUp: 'Desligar',
    cancel: 'Cancelar',
    back: 'Voltar à chamada',
    muted: 'Seu microfone está mudo',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'Teclado desta chamada',
    sent: 'Dígitos enviados',
    empty: 'Os dígitos vão para o outro lado',
    hide: 'Ocultar teclado',
  },
  transfer: {
    group: 'Transferir esta chamada',
    title: () => 'Transferir esta chamada para',
    suggestions: 'Pessoas recentes',
    placeholder: 'Número ou endereço',
    start: 'Transferir agora',
    cancel: 'Cancelar',
    back: 'Voltar',
    again: 'Tentar de novo',
    empty: 'Digite quem deve receber esta chamada.',
    requested: (target) => `Pedindo a transferência para ${target}…`,
    trying: (target) => `Ligando para ${target}…`,
    ringing: (target) => `O telefone de ${target} está tocando…`,
    accepted: (target) => `Transferida para ${target}.`,
    failed: (target, statusCode) =>
      `${target} ${statusCode === 486 || statusCode === 600 ? 'está ocupado' : statusCode === 404 ? 'não existe' : statusCode === 480 || statusCode === 408 ? 'não atendeu' : 'não pôde receber a chamada'}. A chamada ainda é sua; tente outro número ou volte a ela.`,
  },
  incoming: {
    dialog: (name) => `Chamada recebida de ${name}`,
    alert: (name, number) =>
      number === '' || number === name ? `Chamada recebida de ${name}.` : `Chamada recebida de ${name}, ${number}.`,
    title: 'Chamada recebida',
    silenced: 'Tocando em silêncio',
    answer: 'Atender',
    decline: 'Recusar',
    silence: 'Silenciar',
    holdAndAnswer: 'Espera e atender',
    titleVideo: 'Chamada de vídeo recebida',
    answerVideo: 'Atender com vídeo',
    endAndAnswer: 'Encerrar e atender',
    more: 'Mais opções',
    busy: 'Ocupado',
    toVoicemail: 'Para o correio de voz',
  },
  ended: {
    talked: (duration) => `Você falou por ${duration}`,
    redial: 'Ligar de novo',
    dismiss: 'Fechar',
    retryAfter: (count) => `O outro lado pede para esperar ${seconds(count)}.`,
  },
  causes: {
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
    RTP_TIMEOUT: say(
      'O som sumiu',
      'Nada foi ouvido do outro lado por muito tempo e a chamada terminou. Ligue de novo.',
    ),
    NOT_RESUMED: say('Chamada não retomada', 'A página foi recarregada e a chamada não pôde continuar. Ligue de novo.'),
    REPLACED: say('Continuou em outro lugar', 'Esta chamada seguiu como outra chamada.'),
    TRANSFERRED: say('Chamada transferida', 'Agora falam com outra pessoa.'),
    INTERNAL_ERROR: say(
      'Algo deu errado',
      'Um erro no telefone encerrou a chamada. Ligue de novo; recarregue a página se continuar.',
    ),
  },
  errors: {
    MEDIA_DENIED: say(
      'Microfone bloqueado',
      'Não ouvem você. Permita o microfone na barra de endereço e tente de novo.',
    ),
    MEDIA_NOT_FOUND: say(
      'Nenhum microfone encontrado',
      'Não ouvem você. Conecte um fone ou microfone e tente de novo.',
    ),
    MEDIA_IN_USE: say('Microfone em uso', 'Outro programa está com ele. Feche esse programa e tente de novo.'),
    MEDIA_CONSTRAINTS: say(
      'Microfone inadequado',
      'O aparelho escolhido não consegue fazer o que foi pedido. Escolha outro.',
    ),
    MEDIA_UNSUPPORTED: say(
      'Aqui não é possível ligar',
      'Este navegador ou esta página não pode usar o som. Abra por https em um navegador atual.',
    ),
    MEDIA_NOTHING_ASKED: say('Nada para usar', 'Nem som nem imagem foram pedidos. Escolha pelo menos um dos dois.'),
    MEDIA_INSECURE: say(
      'Página não segura',
      'Os navegadores só permitem o microfone em páginas seguras. Abra esta página por https.',
    ),
    MEDIA_UNKNOWN: say(
      'O microfone não abriu',
      'O navegador não diz por quê. Desconecte e conecte de novo, ou escolha outro, e tente mais uma vez.',
    ),
    MEDIA_REFUSED: say('Imagem recusada', 'O outro lado não aceita imagem. A chamada continua com som.'),
    MEDIA_NEGOTIATION: say(
      'Não foi possível mudar o som',
      'O outro lado não aceitou a mudança. A chamada continua como antes.',
    ),
    MEDIA_CLOSED: say('O som já foi encerrado', 'A chamada terminou; nada foi mudado.'),
    CONNECT_FAILED: say(
      'Servidor fora de alcance',
      'Agora você não pode ligar nem receber chamadas. Confira sua rede; o telefone continua tentando.',
    ),
    CONNECT_TIMEOUT: say(
      'Servidor lento demais',
      'Ele não abriu a conexão a tempo. Confira sua rede; o telefone continua tentando.',
    ),
    BAD_SUBPROTOCOL: say(
      'Não é um servidor de telefonia',
      'O endereço responde, mas não fala SIP. Peça o endereço certo ao administrador.',
    ),
    NO_WEBSOCKET: say(
      'Não há como conectar',
      'Este navegador não consegue abrir uma conexão para chamadas. Use um navegador atual.',
    ),
    CLOSED: say('Conexão encerrada', 'O servidor ou a rede a encerrou. O telefone se reconecta sozinho.'),
    KEEP_ALIVE_TIMEOUT: say('O servidor parou de responder', 'A conexão caiu. O telefone se reconecta sozinho.'),
    REPLACED: say('Mudança de servidor', 'O telefone está passando para um servidor melhor. Tente daqui a pouco.'),
    ABORTED: say('Conexão interrompida', 'O telefone não está conectado. Ligue o aparelho para tentar de novo.'),
    NOT_CONNECTED: say(
      'Sem conexão',
      'O telefone está sem contato com o servidor. Ele se reconecta sozinho; tente depois disso.',
    ),
    SEND_FAILED: say(
      'Nada foi enviado',
      'O contato com o servidor caiu nesse momento. Tente de novo quando o telefone estiver conectado.',
    ),
    CONNECTION: say(
      'Conexão perdida',
      'Isto não chegou ao outro lado. A chamada continua; tente de novo quando o telefone estiver conectado.',
    ),
    REQUEST_TIMEOUT: say('Sem resposta a tempo', 'A chamada continua como estava. Confira sua rede e tente de novo.'),
    RESPONSE: refused,
    TRANSFER_FAILED: say(
      'A transferência não deu certo',
      'Não foi possível falar com a outra pessoa. A chamada ainda é sua.',
    ),
    SESSION_ENDED: say('A chamada já tinha terminado', 'Nada foi mudado. Ligue de novo se precisar.'),
    SESSION_NOT_FOUND: say('A chamada já tinha terminado', 'Nada foi mudado. Ligue de novo se precisar.'),
    INVALID_STATE: say(
      'Não é possível agora',
      'A chamada já tinha mudado. Veja como ela está e tente de novo se precisar.',
    ),
    INVALID_VALUE: say(
      'Isso não pode ser discado',
      'O número ou endereço tem caracteres não permitidos. Corrija e tente de novo.',
    ),
    CONFIGURATION: say(
      'Telefone não configurado',
      'Um ajuste falta ou está errado, por isso não é possível ligar. Fale com o administrador.',
    ),
    UNKNOWN: say('Não deu certo', 'A chamada está como antes. Tente de novo; recarregue a página se continuar.'),
  },
  registration: {
    status: {
      unregistered: 'Desconectado',
      registering: 'Entrando…',
      registered: 'Pronto',
      unregistering: 'Saindo…',
      failed: 'Sem acesso',
    },
    offline: 'Sem rede',
    refused: ({ statusCode }) => ({
      what: 'Acesso recusado',
      next:
        statusCode === 404
          ? 'O servidor não conhece este número, por isso ninguém pode ligar para você. Confira sua conta.'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? 'O servidor não aceitou seu nome ou sua senha, por isso ninguém pode ligar para você. Confira sua conta.'
            : `O servidor respondeu ${statusCode ?? 'que não'}, por isso ninguém pode ligar para você. Tente de novo ou fale com o administrador.`,
    }),
    retryIn: (count) => `nova tentativa em ${count} s`,
  },
  connection: {
    connecting: 'Conectando ao servidor de telefonia…',
    offline: 'Este computador está sem rede',
    reconnecting: (count) =>
      count === null || count <= 0
        ? 'Conexão perdida, tentando de novo…'
        : `Conexão perdida, nova tentativa em ${count} s`,
    callGoesOn: 'Sua chamada continua; espera e transferência têm de aguardar.',
    noCalls: 'Até lá, você não pode ligar nem receber chamadas.',
    stopped: 'O telefone está desligado',
    tryNow: 'Tentar agora',
    switchOn: 'Ativar',
  },
  list: { group: 'Suas chamadas', switchTo: (name) => `Mudar para ${name}` },
  log: {
    group: 'Chamadas recentes',
    empty: 'Nenhuma chamada ainda',
    emptyHint: 'As chamadas que você faz e recebe aparecem aqui.',
    call: (name) => `Ligar para ${name}`,
    outcome: {
      answered: 'Recebida',
      missed: 'Perdida',
      declined: 'Recusada',
      failed: 'Falhou',
      placed: 'Feita',
      elsewhere: 'Atendida em outro lugar',
    },
    remove: (name) => `Tirar ${name} da lista`,
    today: 'Hoje',
    yesterday: 'Ontem',
    locale: 'pt',
  },
  audio: { blocked: 'Seu navegador mantém esta chamada sem som até você permitir.', unlock: 'Ativar o som' },
  details: {
    group: 'Sobre esta chamada',
    direction: 'Sentido',
    incoming: 'Recebida',
    outgoing: 'Feita',
    address: 'Endereço',
    line: 'Sua linha',
    started: 'Início',
    sound: 'Som',
    both: 'Nos dois sentidos',
    oneWay: 'Em um só sentido',
    none: 'Ainda não',
  },
  phone: { region: 'Telefone', recent: 'Chamadas recentes', dialpad: 'Teclado' },
  ...people,
  video,
  recording,
  recovery,
  trace,
  devices,
  quality,
  settings,
  notifications,
  headset,
};
