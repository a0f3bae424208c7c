import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Arabic. */
export const accounts: AccountsLabels = {
  group: 'الحسابات',
  current: (account, status) => `الحساب المستخدم: ${account}، ${status}. اختر غيره`,
  use: (account, status) => `استخدام ${account}، ${status}`,
  ringing: 'يرن',
  calls: counted('ar', { one: 'مكالمة واحدة', two: 'مكالمتان', few: '# مكالمات', many: '# مكالمة', other: '# مكالمة' }),
  via: (account) => `عبر ${account}`,
};
