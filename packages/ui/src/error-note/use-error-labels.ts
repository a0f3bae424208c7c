import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';
import { useErrorsLabels } from '../labels/hooks/use-errors-labels.ts';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';
import type { ErrorLabels } from './sentences.ts';

/** The words that sentences about errors are made of. */
export function useErrorLabels(): ErrorLabels {
  return { errors: useErrorsLabels(), video: useVideoLabels(), devices: useDevicesLabels() };
}
