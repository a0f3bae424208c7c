'use client';

import { useMemo } from 'react';
import { isSent, localPicture } from '../session/local-picture.ts';
import type { VideoActions } from '../session/video-actions.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';
import { useTrackedAct } from './use-tracked-act.ts';
import { useVideoActions } from './use-video-actions.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseVideoParameters = UseSessionParameters;

type VideoActs = Pick<VideoActions, 'startVideo' | 'stopVideo' | 'toggleVideo' | 'switchCamera'>;

/** What {@link useVideo} returns. */
export interface UseVideoReturnType extends VideoActs {
  /** What we send: nothing, our camera, or a screen in its place. */
  readonly local: 'off' | 'camera' | 'screen';
  /** Whether the far end's picture comes. */
  readonly remote: boolean;
  /** Whether the call that rings asks for a picture: theirs if it came in, ours if we placed it. */
  readonly offered: boolean;
  /** Whether the camera can be turned on or off now. */
  readonly possible: boolean;
  /** Whether one of the acts below is under way, or the far end has not agreed yet. */
  readonly pending: boolean;
  /** Why the latest of them failed; `null` otherwise. */
  readonly error: unknown;
}

/**
 * The pictures of a call. Renders when they come or go; {@link useMediaStream} has the streams themselves.
 *
 * A far end that adds its picture is seen at once, without our camera: `remote` turns true, and whether we show
 * ourselves is for the person to say.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { local, remote, possible, pending, toggleVideo } = useVideo(id);
 * const theirs = useMediaStream(id, 'remote');
 * return (
 *   <>
 *     {remote && <video autoPlay muted ref={(element) => { if (element) element.srcObject = theirs; }} />}
 *     <button aria-pressed={local === 'camera'} disabled={!possible || pending} onClick={() => void toggleVideo()}>
 *       Video
 *     </button>
 *   </>
 * );
 * ```
 */
export function useVideo(id?: UseVideoParameters): UseVideoReturnType {
  const local = useSessionState(id, localPicture) ?? 'off';
  const remote = useSessionState(id, ({ media }) => isSent(media.video?.remote)) ?? false;
  const offered =
    useSessionState(id, (session) => session.offersVideo === true && session.answeredAt === null) ?? false;
  const possible = useSessionState(id, ({ phase }) => phase === 'established') ?? false;
  const negotiating = useSessionState(id, ({ pending }) => pending.includes('reinvite')) ?? false;
  const actions = useVideoActions(id);
  const { run, pending: acting, error } = useTrackedAct();
  const acts = useMemo<VideoActs>(
    () => ({
      startVideo: (constraints) => run(() => actions.startVideo(constraints)),
      stopVideo: () => run(actions.stopVideo),
      toggleVideo: () => run(actions.toggleVideo),
      switchCamera: (deviceId) => run(() => actions.switchCamera(deviceId)),
    }),
    [run, actions],
  );
  const pending = acting || negotiating;
  return useMemo(
    () => ({ local, remote, offered, possible, pending, error, ...acts }),
    [local, remote, offered, possible, pending, error, acts],
  );
}
