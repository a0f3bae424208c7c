import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in English. */
export const accounts: AccountsLabels = {
  group: 'Accounts',
  current: (account, status) => `Account in use: ${account}, ${status}. Choose another`,
  use: (account, status) => `Use ${account}, ${status}`,
  ringing: 'Ringing',
  calls: counted('en', { one: '# call', other: '# calls' }),
  via: (account) => `via ${account}`,
};
