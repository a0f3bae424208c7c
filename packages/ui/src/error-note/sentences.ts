import type { KnownErrorCode, Labels, Sentence } from '../labels/labels.ts';
import type { EndCause, ErrorInfo } from '../snapshots.ts';

/** What an error means, in the words of the labels. */
export function errorSentence(labels: Labels, error: ErrorInfo): Sentence {
  const known = (code: string): code is KnownErrorCode => Object.hasOwn(labels.errors, code);
  return labels.errors[known(error.code) ? error.code : 'UNKNOWN'](error);
}

/** Why the registrar does not take us, in the words of the labels. */
export function registrationSentence(labels: Labels, error: ErrorInfo): Sentence {
  return error.code === 'RESPONSE' ? labels.registration.refused(error) : errorSentence(labels, error);
}

/** Why a call ended, in the words of the labels; a server's wish to wait is added. */
export function causeSentence(labels: Labels, cause: EndCause): Sentence {
  const { what, next } = labels.causes[cause.code](cause);
  if (cause.retryAfter === null) return { what, next };
  const wait = labels.ended.retryAfter(cause.retryAfter);
  return { what, next: next === null ? wait : `${next} ${wait}` };
}
