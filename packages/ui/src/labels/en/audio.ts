import type { Labels } from '../labels.ts';

/** `Labels.audio`, in English. */
export const audio: Labels['audio'] = {
  blocked: 'Your browser keeps this call silent until you allow sound.',
  unlock: 'Turn sound on',
};
