import type { Labels } from '../labels.ts';

/** `Labels.list`, in English. */
export const list: Labels['list'] = { group: 'Your calls', switchTo: (name) => `Switch to ${name}` };
