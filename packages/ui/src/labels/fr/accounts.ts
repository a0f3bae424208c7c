import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in French. */
export const accounts: AccountsLabels = {
  group: 'Comptes',
  choose: 'Choisir un autre compte',
  ringing: 'Sonne',
  calls: counted('fr', { one: '# appel', other: '# appels' }),
  via: (account) => `via ${account}`,
};
