import { sections } from '../en/sections.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.sections` of the nearest `LabelsProvider`; English without one. */
export const useSectionsLabels: () => Labels['sections'] = labelsHook('sections', sections);
