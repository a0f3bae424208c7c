import type { AccountsLabels } from '../accounts-labels.ts';
import { counted } from '../counted.ts';

/** Several accounts, in German. */
export const accounts: AccountsLabels = {
  group: 'Konten',
  choose: 'Anderes Konto wählen',
  ringing: 'Klingelt',
  calls: counted('de', { one: '# Gespräch', other: '# Gespräche' }),
  via: (account) => `über ${account}`,
};
