import { errors } from '../en/errors.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.errors` of the nearest `LabelsProvider`; English without one. */
export const useErrorsLabels: () => Labels['errors'] = labelsHook('errors', errors);
