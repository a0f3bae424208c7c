import { receives, sends } from '../direction.ts';
import { activeLine, mediaLines } from '../media-lines.ts';
import { isCompanion } from './codec-preferences.ts';
import type { MediaLineState } from '../session-description-handler.ts';

/** What the two descriptions of a call agree on. */
export interface AgreedMedia {
  readonly audio: MediaLineState | null;
  readonly video: MediaLineState | null;
}

/** Before anything is agreed. */
export const NOTHING_AGREED: AgreedMedia = { audio: null, video: null };

/**
 * Reads what each side declared for each medium, as the descriptions went over the wire.
 *
 * Video that one side declares `inactive` counts as none: its line stays for later use. For sound that means a call held
 * from both ends.
 */
export function agreedMedia(localSdp: string, remoteSdp: string): AgreedMedia {
  const local = mediaLines(localSdp);
  const remote = mediaLines(remoteSdp);
  const stateOf = (kind: string): MediaLineState | null => {
    const index = local.findIndex((line, at) => line.kind === kind && !line.refused && remote[at]?.refused === false);
    const ours = local[index];
    const theirs = remote[index];
    return ours === undefined || theirs === undefined ? null : { local: ours.direction, remote: theirs.direction };
  };
  const video = stateOf('video');
  return {
    audio: stateOf('audio'),
    video: video?.local === 'inactive' || video?.remote === 'inactive' ? null : video,
  };
}

/** Whether a medium comes in, as the two sides declared it. */
export function hears(line: MediaLineState | null): boolean {
  return line !== null && receives(line.local) && sends(line.remote);
}

/** Whether a description has any line left that is not refused and has a codec; tones alone make no conversation. */
export function hasMedia(sdp: string): boolean {
  return mediaLines(sdp).some((line) => !line.refused && line.codecs.some((name) => !isCompanion(name)));
}

/** Whether a description has a line of this kind that lives. An inactive picture is none: no camera is to stay on for it. */
export function offers(sdp: string, kind: string): boolean {
  const line = activeLine(mediaLines(sdp), kind);
  return line !== undefined && (kind !== 'video' || line.direction !== 'inactive');
}
