import { ended } from '../en/ended.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.ended` of the nearest `LabelsProvider`; English without one. */
export const useEndedLabels: () => Labels['ended'] = labelsHook('ended', ended);
