import { useRegistrationLabels } from '../labels/hooks/use-registration-labels.ts';
import type { Sentence } from '../labels/labels.ts';
import type { ErrorInfo } from '../snapshots.ts';
import { useErrorSentence } from './use-error-sentence.ts';

/** Why the registrar does not take us, in the words of the labels; `null` where nothing is wrong. */
export function useRegistrationSentence(error: ErrorInfo | null): Sentence | null {
  const { refused, status } = useRegistrationLabels();
  const said = useErrorSentence(error?.code === 'RESPONSE' ? null : error);
  if (error === null) return null;
  return error.code === 'RESPONSE' ? refused(error) : (said ?? { what: status.failed, next: null });
}
