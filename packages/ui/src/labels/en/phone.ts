import type { Labels } from '../labels.ts';

/** `Labels.phone`, in English. */
export const phone: Labels['phone'] = { region: 'Phone', recent: 'Recent calls', dialpad: 'Dialpad' };
