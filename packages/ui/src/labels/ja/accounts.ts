import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Japanese. */
export const accounts: AccountsLabels = {
  group: 'アカウント',
  current: (account, status) => `使用中のアカウント：${account}、${status}。ほかを選ぶ`,
  use: (account, status) => `${account}を使う、${status}`,
  ringing: '着信中',
  calls: counted('ja', { other: '通話#件' }),
  via: (account) => `${account}経由`,
};
