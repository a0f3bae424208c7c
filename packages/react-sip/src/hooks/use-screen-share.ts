'use client';

import { useMemo } from 'react';
import { useBinding } from '../provider/sip-context.ts';
import type { VideoActions } from '../session/video-actions.ts';
import { useSessionState } from './use-session-state.ts';
import type { UseSessionParameters } from './use-session.ts';
import { useTrackedAct } from './use-tracked-act.ts';
import { useVideoActions } from './use-video-actions.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseScreenShareParameters = UseSessionParameters;

/** What {@link useScreenShare} returns. */
export interface UseScreenShareReturnType extends Pick<VideoActions, 'shareScreen' | 'stopSharing' | 'toggleSharing'> {
  /** Whether the picture we send is a screen. */
  readonly sharing: boolean;
  /** Whether this browser can share screens at all. */
  readonly supported: boolean;
  /** Whether a screen can be shared now: the call is answered, and the browser can. */
  readonly possible: boolean;
  /** Whether the browser asks, or the far end has not agreed yet. */
  readonly pending: boolean;
  /** Why the latest act failed; `null` otherwise. Nothing chosen is a `MEDIA_DENIED` about the `screen`. */
  readonly error: unknown;
}

/**
 * The sharing of a screen in a call: in place of the camera where that is on, and beside the sound otherwise. Ends in
 * the browser's own bar as well.
 *
 * @param id - the session; the focused one by default
 * @example
 * ```tsx
 * const { sharing, possible, toggleSharing } = useScreenShare(id);
 * return <button aria-pressed={sharing} disabled={!possible} onClick={() => void toggleSharing()}>Share screen</button>;
 * ```
 */
export function useScreenShare(id?: UseScreenShareParameters): UseScreenShareReturnType {
  const { ua } = useBinding();
  const sharing = useSessionState(id, ({ media }) => media.sharing === true) ?? false;
  const negotiating = useSessionState(id, (session) => session.pending.includes('reinvite')) ?? false;
  const established = useSessionState(id, ({ phase }) => phase === 'established') ?? false;
  // What the browser has does not change, and the server has nothing.
  const supported = ua.userAgent.platform.webrtc?.getDisplayMedia !== undefined;
  const possible = established && supported;
  const actions = useVideoActions(id);
  const { run, pending: acting, error } = useTrackedAct();
  const acts = useMemo(() => {
    const shareScreen: VideoActions['shareScreen'] = (options) => run(() => actions.shareScreen(options));
    const stopSharing: VideoActions['stopSharing'] = () => run(actions.stopSharing);
    return { shareScreen, stopSharing, toggleSharing: () => run(actions.toggleSharing) };
  }, [run, actions]);
  const pending = acting || negotiating;
  return useMemo(
    () => ({ sharing, supported, possible, pending, error, ...acts }),
    [sharing, supported, possible, pending, error, acts],
  );
}
