import { log } from '../en/log.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.log` of the nearest `LabelsProvider`; English without one. */
export const useLogLabels: () => Labels['log'] = labelsHook('log', log);
