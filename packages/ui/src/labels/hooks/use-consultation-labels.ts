import { consultation } from '../en/consultation.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.consultation` of the nearest `LabelsProvider`; English without one. */
export const useConsultationLabels: () => Labels['consultation'] = labelsHook('consultation', consultation);
