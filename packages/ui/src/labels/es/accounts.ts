import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Spanish. */
export const accounts: AccountsLabels = {
  group: 'Cuentas',
  choose: 'Elegir otra cuenta',
  ringing: 'Suena',
  calls: counted('es', { one: '# llamada', other: '# llamadas' }),
  via: (account) => `por ${account}`,
};
