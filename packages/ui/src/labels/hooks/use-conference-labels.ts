import { conference } from '../en/conference.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.conference` of the nearest `LabelsProvider`; English without one. */
export const useConferenceLabels: () => Labels['conference'] = labelsHook('conference', conference);
