import { transfer } from '../en/transfer.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.transfer` of the nearest `LabelsProvider`; English without one. */
export const useTransferLabels: () => Labels['transfer'] = labelsHook('transfer', transfer);
