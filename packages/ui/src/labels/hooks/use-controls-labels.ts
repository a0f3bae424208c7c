import { controls } from '../en/controls.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.controls` of the nearest `LabelsProvider`; English without one. */
export const useControlsLabels: () => Labels['controls'] = labelsHook('controls', controls);
