import { audio } from '../en/audio.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.audio` of the nearest `LabelsProvider`; English without one. */
export const useAudioLabels: () => Labels['audio'] = labelsHook('audio', audio);
