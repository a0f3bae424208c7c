import type { Labels } from '../labels.ts';

/** `Labels.language`, in English. */
export const language: Labels['language'] = { tag: 'en', direction: undefined };
