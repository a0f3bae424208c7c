import { details } from '../en/details.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.details` of the nearest `LabelsProvider`; English without one. */
export const useDetailsLabels: () => Labels['details'] = labelsHook('details', details);
