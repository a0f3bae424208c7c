import type { ErrorInfo } from '../../snapshots.ts';
import type { Labels, Sentence } from '../labels.ts';
import { say } from '../say.ts';

const refused = (error: ErrorInfo): Sentence => ({
  what: 'O servidor recusou',
  next: `Ele não aceitou este pedido${error.statusCode === null ? '' : ` (${error.statusCode})`}. A chamada está como antes; tente de novo ou fale com o administrador.`,
});

/** `Labels.errors`, in Portuguese. */
export const errors: Labels['errors'] = {
  MEDIA_DENIED: say('Microfone bloqueado', 'Não ouvem você. Permita o microfone na barra de endereço e tente de novo.'),
  MEDIA_NOT_FOUND: say('Nenhum microfone encontrado', 'Não ouvem você. Conecte um fone ou microfone e tente de novo.'),
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
};
