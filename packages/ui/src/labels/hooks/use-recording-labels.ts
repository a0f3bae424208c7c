import { recording } from '../en/recording.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.recording` of the nearest `LabelsProvider`; English without one. */
export const useRecordingLabels: () => Labels['recording'] = labelsHook('recording', recording);
