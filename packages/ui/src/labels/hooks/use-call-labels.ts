import { call } from '../en/call.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.call` of the nearest `LabelsProvider`; English without one. */
export const useCallLabels: () => Labels['call'] = labelsHook('call', call);
