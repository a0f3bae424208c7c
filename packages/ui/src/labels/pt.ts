import { accounts } from './pt/accounts.ts';
import { addCall } from './pt/add-call.ts';
import { conference } from './pt/conference.ts';
import { consultation } from './pt/consultation.ts';
import { counted } from './counted.ts';
import type { Labels } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
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
import { causes } from './pt/causes.ts';
import { errors } from './pt/errors.ts';

const seconds = counted('pt', { one: '# segundo', other: '# segundos' });

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
  causes,
  errors,
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
