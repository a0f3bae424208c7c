import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Japanese. */
export const accounts: AccountsLabels = {
  group: 'アカウント',
  choose: 'ほかのアカウントを選ぶ',
  ringing: '着信中',
  calls: counted('ja', { other: '通話#件' }),
  via: (account) => `${account}経由`,
};
