import { trace } from '../en/trace.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.trace` of the nearest `LabelsProvider`; English without one. */
export const useTraceLabels: () => Labels['trace'] = labelsHook('trace', trace);
