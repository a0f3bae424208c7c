import { video } from '../en/video.ts';
import { labelsHook } from '../labels-hook.ts';
import type { Labels } from '../labels.ts';

/** `Labels.video` of the nearest `LabelsProvider`; English without one. */
export const useVideoLabels: () => Labels['video'] = labelsHook('video', video);
