import { list } from '../en/list.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.list` of the nearest `LabelsProvider`; English without one. */
export const useListLabels: () => Labels['list'] = labelsHook('list', list);
