import type { HeadsetLabels } from '../headset-labels.ts';

/** As palavras portuguesas de auscultadores. */
export const headset: HeadsetLabels = {
  title: 'Auscultadores',
  buttons: 'Usar os botões dos meus auscultadores',
  buttonsHint: 'Atendem, desligam e silenciam; a luz mostra que está numa chamada.',
  unsupported: 'Este navegador não lê botões de auscultadores. O Chrome e o Edge leem.',
  list: 'Auscultadores ligados',
  none: 'Ainda sem auscultadores.',
  unnamed: 'Auscultadores sem nome',
  status: { opening: 'A ligar…', ready: 'Prontos', failed: 'Em uso por outro programa' },
  connect: 'Ligar auscultadores',
  forget: (name) => `Desligar ${name}`,
};
