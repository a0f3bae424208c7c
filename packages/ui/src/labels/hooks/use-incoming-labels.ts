import { incoming } from '../en/incoming.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.incoming` of the nearest `LabelsProvider`; English without one. */
export const useIncomingLabels: () => Labels['incoming'] = labelsHook('incoming', incoming);
