import type { DeviceTrouble } from '../labels/devices-labels.ts';
import type { KnownErrorCode, Labels, Sentence } from '../labels/labels.ts';
import type { EndCause, ErrorInfo } from '../snapshots.ts';

/** The labels that tell of errors. */
export type ErrorLabels = Pick<Labels, 'errors' | 'video' | 'devices'>;

/** The labels that tell why a call ended. */
export type CauseLabels = Pick<Labels, 'causes' | 'ended'>;

/** What is wrong with the camera, by the code of the error. */
const cameraTroubles: ReadonlyMap<string, DeviceTrouble> = new Map<string, DeviceTrouble>([
  ['MEDIA_DENIED', 'denied'],
  ['MEDIA_NOT_FOUND', 'none'],
  ['MEDIA_CONSTRAINTS', 'none'],
  ['MEDIA_IN_USE', 'inUse'],
  ['MEDIA_INSECURE', 'insecure'],
]);

/** What an error means, in the words of the labels. */
export function errorSentence(labels: ErrorLabels, error: ErrorInfo): Sentence {
  if (error.code === 'MEDIA_REFUSED') return labels.video.refused;
  if (error.about === 'screen') return labels.video.screenDenied;
  const trouble = error.about === 'camera' ? cameraTroubles.get(error.code) : undefined;
  if (trouble !== undefined) return labels.devices.cameraTrouble[trouble];
  const known = (code: string): code is KnownErrorCode => Object.hasOwn(labels.errors, code);
  return labels.errors[known(error.code) ? error.code : 'UNKNOWN'](error);
}

/** Why a call ended, in the words of the labels; a server's wish to wait is added. */
export function causeSentence(labels: CauseLabels, cause: EndCause): Sentence {
  const { what, next } = labels.causes[cause.code](cause);
  if (cause.retryAfter === null) return { what, next };
  const wait = labels.ended.retryAfter(cause.retryAfter);
  return { what, next: next === null ? wait : `${next} ${wait}` };
}
