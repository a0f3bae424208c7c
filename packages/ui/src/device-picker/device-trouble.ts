import type { DevicesSnapshot } from '@hookswitch/sip-core';
import type { DeviceTrouble } from '../labels/devices-labels.ts';
import type { ErrorInfo } from '../snapshots.ts';

/** What is asked for and chosen. */
export type CaptureKind = 'microphone' | 'camera';

const BY_CODE: ReadonlyMap<string, DeviceTrouble> = new Map([
  ['MEDIA_DENIED', 'denied'],
  ['MEDIA_IN_USE', 'inUse'],
  ['MEDIA_NOT_FOUND', 'none'],
  ['MEDIA_INSECURE', 'insecure'],
]);

/** What an error means for the choice of devices; `null` for what the picker has no words of its own for. */
export function errorTrouble({ code }: ErrorInfo): DeviceTrouble | null {
  return BY_CODE.get(code) ?? null;
}

/**
 * Why the microphone or the camera cannot be chosen or used now; `null` when it can, or nobody knows yet.
 *
 * @param asked - what was asked for last, which is what the error of the devices is about
 */
export function deviceTrouble(
  devices: DevicesSnapshot,
  kind: CaptureKind,
  asked: CaptureKind = 'microphone',
): DeviceTrouble | null {
  const { error, permission, present, inputs, cameras, status } = devices;
  const failure = error === null ? null : errorTrouble(error);
  if (failure === 'insecure') return 'insecure';
  if (permission[kind] === 'denied') return 'denied';
  const there = kind === 'microphone' ? present.input : present.camera;
  if (status === 'ready' && !there) return 'none';
  if (failure === 'inUse' && asked === kind) return 'inUse';
  const listed = kind === 'microphone' ? inputs : cameras;
  return there && listed.length === 0 ? 'notAsked' : null;
}
