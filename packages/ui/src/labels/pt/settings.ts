import { regionNames } from '../region-names.ts';
import type { SettingsLabels } from '../settings-labels.ts';

/** The Portuguese words of the settings. */
export const settings: SettingsLabels = {
  title: 'Configurações',
  devices: 'Dispositivos de áudio',
  ringing: 'Toque',
  ringVolume: 'Volume do toque',
  ringCountry: 'Toque e tons como em',
  country: regionNames('pt', 'Europa'),
  doNotDisturb: 'Não perturbe',
  doNotDisturbHint: 'Quem liga fica sabendo que você não está disponível. Você continua podendo ligar.',
  percent: (count) => `${count} %`,
  test: {
    title: 'Chamada de teste',
    hint: 'Leva alguns segundos, não liga para ninguém e mostra se seu microfone e sua rede servem para chamadas.',
    start: 'Começar o teste',
    stop: 'Parar',
    again: 'Testar de novo',
    step: {
      microphone: 'Abrindo o microfone…',
      connecting: 'Procurando um caminho pela rede…',
      measuring: 'Medindo o som… diga alguma coisa.',
    },
    verdict: {
      good: { what: 'Pronto para chamadas', next: null },
      fair: {
        what: 'As chamadas funcionam, com pequenas falhas',
        next: 'Use um cabo ou chegue mais perto do roteador.',
      },
      poor: {
        what: 'As chamadas soariam mal',
        next: 'Use um cabo ou outra rede e pare os downloads; depois teste de novo.',
      },
    },
    silentMicrophone: {
      what: 'O microfone ficou em silêncio',
      next: 'Verifique o botão do fone ou escolha outro microfone e teste de novo.',
    },
    relayUnreachable: {
      what: 'Servidor de retransmissão não alcançado',
      next: 'Atrás de um firewall rígido pode faltar o som. Avise o administrador.',
    },
    local: 'O som não saiu deste computador; isto não diz nada sobre sua rede.',
    candidates: 'Caminhos encontrados',
    candidate: { host: 'Este computador', srflx: 'Endereço público', relay: 'Servidor de retransmissão' },
    microphone: 'Microfone',
    loud: 'Ouvido',
    silent: 'Em silêncio',
  },
  account: {
    title: 'Conta',
    address: 'Seu endereço',
    server: 'Servidor de telefonia',
    displayName: 'Nome que os outros veem',
    user: 'Nome para entrar',
    userHint: 'Só se for diferente do que está no seu endereço.',
    password: 'Senha',
    keepPassword: 'Guardar a senha neste navegador',
    keepPasswordHint: 'Quem usar este navegador poderá ligar em seu nome. Senão, você a digita depois de cada início.',
    save: 'Salvar e entrar',
    needed: 'Preencha o endereço, o servidor e a senha.',
  },
  data: {
    title: 'Seus dados',
    export: 'Salvar uma cópia',
    exportHint: 'Chamadas, contatos e configurações em um arquivo, sem a senha.',
    delete: 'Apagar tudo',
    deleteHint: 'Remove chamadas, contatos e configurações deste navegador.',
    confirm: 'Apagar todas as chamadas, contatos e configurações? Não dá para desfazer.',
    confirmDelete: 'Apagar',
    keep: 'Manter',
    deleted: 'Tudo foi apagado.',
  },
  kept: {
    browser: 'Suas escolhas ficam guardadas neste navegador.',
    page: 'Suas escolhas valem até esta página ser fechada: não há onde guardá-las.',
  },
  notSaved: { what: 'Não foi salvo', next: 'Seu navegador não quis guardar. Vale até esta página ser fechada.' },
};
