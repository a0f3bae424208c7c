import { history } from '../en/history.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.history` of the nearest `LabelsProvider`; English without one. */
export const useHistoryLabels: () => Labels['history'] = labelsHook('history', history);
