import { headset } from '../en/headset.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.headset` of the nearest `LabelsProvider`; English without one. */
export const useHeadsetLabels: () => Labels['headset'] = labelsHook('headset', headset);
