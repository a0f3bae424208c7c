'use client';

import { useStore } from 'zustand';
import { useBinding } from '../provider/sip-context.ts';
import { mediaStreamOf, type StreamSide } from '../session/media-stream-of.ts';

/** Whose stream is meant. */
export type UseMediaStreamSide = StreamSide;

/** Which session is meant; `null` or nothing is none. */
export type UseMediaStreamParameters = string | null | undefined;

/** What {@link useMediaStream} returns; `null` while there is none. */
export type UseMediaStreamReturnType = MediaStream | null;

/**
 * The stream of a session, to be given to an audio or video element. It is not in the store, which holds plain values.
 *
 * @param id - the session
 * @param side - `remote` is what we hear, `local` what we send; default `remote`
 * @example
 * ```tsx
 * const stream = useMediaStream(id, 'remote');
 * return <audio autoPlay ref={(element) => { if (element) element.srcObject = stream; }} />;
 * ```
 */
export function useMediaStream(
  id: UseMediaStreamParameters,
  side: UseMediaStreamSide = 'remote',
): UseMediaStreamReturnType {
  const { ua, store } = useBinding();
  // A stream comes and goes with a change of the session's media, so reading it again at each change is enough.
  return useStore(store, (state) => {
    const live = typeof id === 'string' && id in state.sessions;
    return live ? mediaStreamOf(ua, id, side) : null;
  });
}
