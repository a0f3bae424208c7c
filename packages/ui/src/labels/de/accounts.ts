import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in German. */
export const accounts: AccountsLabels = {
  group: 'Konten',
  current: (account, status) => `Konto in Gebrauch: ${account}, ${status}. Anderes wählen`,
  use: (account, status) => `${account} verwenden, ${status}`,
  ringing: 'Klingelt',
  calls: counted('de', { one: '# Gespräch', other: '# Gespräche' }),
  via: (account) => `über ${account}`,
};
