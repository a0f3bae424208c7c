import { causes } from '../en/causes.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.causes` of the nearest `LabelsProvider`; English without one. */
export const useCausesLabels: () => Labels['causes'] = labelsHook('causes', causes);
