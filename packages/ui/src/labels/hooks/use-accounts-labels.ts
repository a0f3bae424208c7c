import { accounts } from '../en/accounts.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.accounts` of the nearest `LabelsProvider`; English without one. */
export const useAccountsLabels: () => Labels['accounts'] = labelsHook('accounts', accounts);
