import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Portuguese. */
export const accounts: AccountsLabels = {
  group: 'Contas',
  choose: 'Escolher outra conta',
  ringing: 'Tocando',
  calls: counted('pt', { one: '# chamada', other: '# chamadas' }),
  via: (account) => `por ${account}`,
};
