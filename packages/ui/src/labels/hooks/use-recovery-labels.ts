import { recovery } from '../en/recovery.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.recovery` of the nearest `LabelsProvider`; English without one. */
export const useRecoveryLabels: () => Labels['recovery'] = labelsHook('recovery', recovery);
