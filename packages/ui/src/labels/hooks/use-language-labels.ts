import { language } from '../en/language.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.language` of the nearest `LabelsProvider`; English without one. */
export const useLanguageLabels: () => Labels['language'] = labelsHook('language', language);
