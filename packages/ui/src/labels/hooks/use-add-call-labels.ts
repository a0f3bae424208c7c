import { addCall } from '../en/add-call.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.addCall` of the nearest `LabelsProvider`; English without one. */
export const useAddCallLabels: () => Labels['addCall'] = labelsHook('addCall', addCall);
