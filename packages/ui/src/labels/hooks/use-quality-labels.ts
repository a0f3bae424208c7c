import { quality } from '../en/quality.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.quality` of the nearest `LabelsProvider`; English without one. */
export const useQualityLabels: () => Labels['quality'] = labelsHook('quality', quality);
