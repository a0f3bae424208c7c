'use client';

import type { Session, SessionSnapshot, UA } from '@hookswitch/sip-core';
import type { SipStore } from '../store/create-sip-store.ts';
import { selectSession } from '../store/selectors.ts';
import { actOn } from './act-on.ts';
import { localPicture } from './local-picture.ts';
import { nextCamera } from './next-camera.ts';

/**
 * What a person does with the pictures of a call, through `useVideo` and `useScreenShare`: apart from the other acts, so
 * that a phone of sound alone has none of it.
 */
export interface VideoActions {
  /** Turns our camera on: with another offer where it is not in the call yet. */
  readonly startVideo: (constraints?: MediaTrackConstraints) => Promise<void>;
  /** Turns our camera off and lets go of it; the far end's picture stays. Ends the sharing of a screen, too. */
  readonly stopVideo: () => Promise<void>;
  /** Turns our camera on or off, whichever changes something. */
  readonly toggleVideo: () => Promise<void>;
  /** Takes another camera without a word to the far end: a certain one, `null` for the default, or else the next. */
  readonly switchCamera: (deviceId?: string | null) => Promise<void>;
  /** Shares a screen, a window or a tab, which the browser asks for; to be called from a click. */
  readonly shareScreen: (options?: DisplayMediaStreamOptions) => Promise<void>;
  /** Ends the sharing; the camera comes back where it was on. */
  readonly stopSharing: () => Promise<void>;
  /** Shares a screen or ends that, whichever changes something. */
  readonly toggleSharing: () => Promise<void>;
}

/** Makes the acts on the pictures of one session. They look it up when called, so they may outlive it. */
export function createVideoActions(ua: UA, store: SipStore, id: string | null): VideoActions {
  const snapshot = (): SessionSnapshot | null => selectSession(store.getState(), id);
  const act = (what: (session: Session) => unknown): Promise<void> => actOn(ua, id, what);
  const startVideo = (constraints?: MediaTrackConstraints): Promise<void> =>
    act((session) => {
      session.unmute({ audio: false, video: true });
      return session.setVideo(constraints ?? true);
    });
  const stopVideo = (): Promise<void> => act((session) => session.setVideo(false));
  return {
    startVideo,
    stopVideo,
    toggleVideo: () => (localPicture(snapshot()) === 'off' ? startVideo() : stopVideo()),
    switchCamera: (deviceId) =>
      act(async (session) => session.setCamera(deviceId === undefined ? await nextCamera(ua, session.id) : deviceId)),
    shareScreen: (options) => act((session) => session.shareScreen(options)),
    stopSharing: () => act((session) => session.stopSharing()),
    toggleSharing: () =>
      act((session) => (localPicture(snapshot()) === 'screen' ? session.stopSharing() : session.shareScreen())),
  };
}
