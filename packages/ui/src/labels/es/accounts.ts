import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Spanish. */
export const accounts: AccountsLabels = {
  group: 'Cuentas',
  current: (account, status) => `Cuenta en uso: ${account}, ${status}. Elegir otra`,
  use: (account, status) => `Usar ${account}, ${status}`,
  ringing: 'Suena',
  calls: counted('es', { one: '# llamada', other: '# llamadas' }),
  via: (account) => `por ${account}`,
};
