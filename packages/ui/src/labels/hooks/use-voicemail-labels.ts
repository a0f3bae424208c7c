import { voicemail } from '../en/voicemail.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.voicemail` of the nearest `LabelsProvider`; English without one. */
export const useVoicemailLabels: () => Labels['voicemail'] = labelsHook('voicemail', voicemail);
