import { phone } from '../en/phone.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.phone` of the nearest `LabelsProvider`; English without one. */
export const usePhoneLabels: () => Labels['phone'] = labelsHook('phone', phone);
