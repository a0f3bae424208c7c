import type { DevicesLabels } from '../devices-labels.ts';

/** The Portuguese words about devices. */
export const devices: DevicesLabels = {
  group: 'Dispositivos de áudio',
  microphone: 'Microfone',
  speaker: 'Alto-falante',
  ringer: 'Tocar em',
  camera: 'Câmera',
  standard: 'Padrão do sistema',
  unnamed: (number) => `Dispositivo ${number}`,
  missing: (name) => `${name} (desconectado)`,
  fallsBack: (name) => `${name} está desconectado. Até ele voltar, vale o padrão do sistema.`,
  fixedOutput: 'Este navegador toca todo o som no alto-falante escolhido no seu sistema.',
  level: 'Nível do microfone',
  theirLevel: 'Som do outro lado',
  loudness: { silent: 'Em silêncio', quiet: 'Baixo', good: 'Bom', loud: 'Alto' },
  test: 'Testar o microfone',
  speak: 'Diga alguma coisa: a barra deve se mexer.',
  playTone: 'Tocar um som de teste',
  playRing: 'Tocar o toque',
  toneBlocked: 'Seu navegador deixou o som mudo. Pressione mais uma vez.',
  trouble: {
    notAsked: {
      what: 'Microfone ainda não permitido',
      next: 'Seu navegador vai perguntar uma vez. Depois você vê seus dispositivos pelo nome e pode testá-los.',
    },
    denied: {
      what: 'Microfone bloqueado',
      next: 'Ninguém ouviria você. Permita-o ao lado do endereço desta página e tente de novo.',
    },
    inUse: { what: 'Microfone em uso', next: 'Outro programa está com ele. Feche-o e tente de novo.' },
    none: { what: 'Nenhum microfone encontrado', next: 'Ninguém ouviria você. Conecte um fone ou um microfone.' },
    insecure: {
      what: 'Página não segura',
      next: 'Os navegadores só permitem o microfone em páginas seguras. Abra esta página por https.',
    },
  },
  cameraTrouble: {
    notAsked: {
      what: 'Câmera ainda não permitida',
      next: 'Seu navegador vai perguntar uma vez. Depois você pode escolhê-la.',
    },
    denied: { what: 'Câmera bloqueada', next: 'Permita-a ao lado do endereço desta página e tente de novo.' },
    inUse: { what: 'Câmera em uso', next: 'Outro programa está com ela. Feche-o e tente de novo.' },
    none: { what: 'Nenhuma câmera encontrada', next: 'Conecte uma; as chamadas funcionam também sem ela.' },
    insecure: {
      what: 'Página não segura',
      next: 'Os navegadores só permitem a câmera em páginas seguras. Abra esta página por https.',
    },
  },
  asking: 'Responda à pergunta do seu navegador…',
  allow: 'Permitir o microfone',
  allowCamera: 'Permitir a câmera',
  again: 'Tentar de novo',
};
