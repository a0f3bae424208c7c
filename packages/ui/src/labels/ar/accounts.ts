import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in Arabic. */
export const accounts: AccountsLabels = {
  group: 'الحسابات',
  choose: 'اختر حسابًا آخر',
  ringing: 'يرن',
  calls: counted('ar', { one: 'مكالمة واحدة', two: 'مكالمتان', few: '# مكالمات', many: '# مكالمة', other: '# مكالمة' }),
  via: (account) => `عبر ${account}`,
};
