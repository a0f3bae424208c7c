import type { HeadsetLabels } from '../headset-labels.ts';

/** Las palabras españolas de auriculares. */
export const headset: HeadsetLabels = {
  title: 'Auriculares',
  buttons: 'Usar los botones de mis auriculares',
  buttonsHint: 'Contestan, cuelgan y silencian; su luz muestra que está en una llamada.',
  unsupported: 'Este navegador no lee los botones de auriculares. Chrome y Edge sí.',
  list: 'Auriculares conectados',
  none: 'Todavía no hay auriculares.',
  unnamed: 'Auriculares sin nombre',
  status: { opening: 'Conectando…', ready: 'Listos', failed: 'En uso por otro programa' },
  connect: 'Conectar auriculares',
  forget: (name) => `Desconectar ${name}`,
};
