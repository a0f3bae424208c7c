import { registration } from '../en/registration.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.registration` of the nearest `LabelsProvider`; English without one. */
export const useRegistrationLabels: () => Labels['registration'] = labelsHook('registration', registration);
