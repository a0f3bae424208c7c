import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in English. */
export const accounts: AccountsLabels = {
  group: 'Accounts',
  choose: 'Choose another account',
  ringing: 'Ringing',
  calls: counted('en', { one: '# call', other: '# calls' }),
  via: (account) => `via ${account}`,
};
