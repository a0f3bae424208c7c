import { devices } from '../labels/en/devices.ts';
import { errors } from '../labels/en/errors.ts';
import { video } from '../labels/en/video.ts';
import type { LabelsOverride, Sentence } from '../labels/labels.ts';
import type { ErrorInfo } from '../snapshots.ts';
import { errorSentence } from './sentences.ts';

/** What an error means, in English where the surrounding words do not say it. */
export function sayError(over: LabelsOverride, error: ErrorInfo): Sentence {
  const labels = {
    errors: { ...errors, ...over.errors },
    video: { ...video, ...over.video },
    devices: { ...devices, ...over.devices },
  };
  return errorSentence(labels, error);
}
