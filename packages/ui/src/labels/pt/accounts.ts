import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Portuguese. */
export const accounts: AccountsLabels = {
  group: 'Contas',
  current: (account, status) => `Conta em uso: ${account}, ${status}. Escolher outra`,
  use: (account, status) => `Usar ${account}, ${status}`,
  ringing: 'Tocando',
  calls: counted('pt', { one: '# chamada', other: '# chamadas' }),
  via: (account) => `por ${account}`,
};
