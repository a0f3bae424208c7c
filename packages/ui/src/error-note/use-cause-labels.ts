import { useCausesLabels } from '../labels/hooks/use-causes-labels.ts';
import { useEndedLabels } from '../labels/hooks/use-ended-labels.ts';
import type { CauseLabels } from './sentences.ts';

/** The words that sentences about the ends of calls are made of. */
export function useCauseLabels(): CauseLabels {
  return { causes: useCausesLabels(), ended: useEndedLabels() };
}
