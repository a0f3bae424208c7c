import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in French. */
export const accounts: AccountsLabels = {
  group: 'Comptes',
  current: (account, status) => `Compte utilisé : ${account}, ${status}. En choisir un autre`,
  use: (account, status) => `Utiliser ${account}, ${status}`,
  ringing: 'Sonne',
  calls: counted('fr', { one: '# appel', other: '# appels' }),
  via: (account) => `via ${account}`,
};
