import { dialpad } from '../en/dialpad.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.dialpad` of the nearest `LabelsProvider`; English without one. */
export const useDialpadLabels: () => Labels['dialpad'] = labelsHook('dialpad', dialpad);
