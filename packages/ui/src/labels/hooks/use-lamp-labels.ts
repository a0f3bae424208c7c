import { lamp } from '../en/lamp.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.lamp` of the nearest `LabelsProvider`; English without one. */
export const useLampLabels: () => Labels['lamp'] = labelsHook('lamp', lamp);
