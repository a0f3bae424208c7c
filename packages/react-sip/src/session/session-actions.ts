'use client';

import { InvalidStateError, type Invitation, type Session, type SessionSnapshot, type UA } from '@hookswitch/sip-core';
import { handled } from '../handled.ts';
import type { AnswerOptions, DeclineOptions, DtmfOptions, TransferOptions } from '../call-options.ts';
import type { SipStore } from '../store/create-sip-store.ts';
import { selectSession } from '../store/selectors.ts';
import { localPicture } from './local-picture.ts';
import { nextCamera } from './next-camera.ts';
import { SessionNotFoundError } from './session-not-found-error.ts';

/** Whom a call is transferred to: an address, or the far end of another of our sessions (attended transfer). */
export type TransferTarget = string | { readonly sessionId: string };

/**
 * What a person does with a call. Each promise settles when the act is done and rejects with a typed error, which the
 * snapshot's `lastError` tells as well: a promise that nobody awaits is no unhandled rejection. None of the functions
 * needs its object, and all keep their identity for as long as the session is known.
 */
export interface SessionActions {
  /** Answers an incoming call. */
  readonly answer: (options?: AnswerOptions) => Promise<void>;
  /** Answers an incoming call and shows ourselves; with sound alone where the camera cannot be had. */
  readonly answerWithVideo: (options?: AnswerOptions) => Promise<void>;
  /** Sends an incoming call to another address (302), such as a mailbox or a colleague. */
  readonly redirect: (target: string) => Promise<void>;
  /** Turns an incoming call down. */
  readonly decline: (options?: DeclineOptions) => Promise<void>;
  /** Ends the call, whatever its state. Asked again meanwhile it waits for the same end; afterwards it is done at once. */
  readonly hangUp: () => Promise<void>;
  /** Puts the far end on hold. */
  readonly hold: () => Promise<void>;
  /** Takes the far end off hold. */
  readonly unhold: () => Promise<void>;
  /** Holds or unholds, whichever changes something. */
  readonly toggleHold: () => Promise<void>;
  /** Silences our microphone. */
  readonly mute: () => Promise<void>;
  /** Lets our microphone be heard again. */
  readonly unmute: () => Promise<void>;
  /** Mutes or unmutes the microphone, whichever changes something. */
  readonly toggleMute: () => Promise<void>;
  /** Sends tones: digits, `*`, `#`, `A` to `D`, and `,` for a pause. */
  readonly sendDtmf: (tones: string | number, options?: DtmfOptions) => Promise<void>;
  /** Transfers the far end to someone else. */
  readonly transfer: (target: TransferTarget, options?: TransferOptions) => Promise<void>;
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
  /** Makes this the focused session. */
  readonly focus: () => void;
}

/** Makes the actions of one session. They look it up when called, so they may outlive it. */
export function createSessionActions(ua: UA, store: SipStore, id: string | null): SessionActions {
  const find = (sessionId: string | null): Session => {
    const session = sessionId === null ? undefined : ua.sessions.get(sessionId);
    if (session === undefined) throw new SessionNotFoundError(sessionId);
    return session;
  };
  const snapshot = (): SessionSnapshot | null => selectSession(store.getState(), id);
  const isHeld = (): boolean => snapshot()?.hold.local === true;
  const isMuted = (): boolean => snapshot()?.muted.audio === true;
  const act = (what: (session: Session) => unknown): Promise<void> => handled(attempt(() => what(find(id))));
  // Named in full: what is left out means both to the core.
  const microphone = { audio: true, video: false };
  let ending: Promise<void> | undefined;

  const startVideo = (constraints?: MediaTrackConstraints): Promise<void> =>
    act((session) => {
      session.unmute({ audio: false, video: true });
      return session.setVideo(constraints ?? true);
    });
  const stopVideo = (): Promise<void> => act((session) => session.setVideo(false));

  return Object.freeze<SessionActions>({
    answer: (options) => act((session) => incoming('answer', session).accept(options)),
    answerWithVideo: (options) =>
      act((session) => {
        const constraints = { audio: true, ...session.sessionDescriptionHandler?.constraints, video: true };
        const media = { constraints, cameraOptional: true, ...options?.sessionDescriptionHandlerOptions };
        return incoming('answer', session).accept({ ...options, sessionDescriptionHandlerOptions: media });
      }),
    redirect: (target) =>
      act((session) => {
        const contact = `<${ua.userAgent.target(target).toString()}>`;
        return incoming('redirect', session).reject({ statusCode: 302, contacts: [contact] });
      }),
    decline: (options) => act((session) => incoming('decline', session).reject(options)),
    hangUp() {
      if (snapshot()?.state === 'Terminated') return Promise.resolve();
      if (ending !== undefined) return ending;
      const forget = (): void => {
        ending = undefined;
      };
      ending = act((session) => session.terminate());
      ending.then(forget, forget);
      return ending;
    },
    hold: () => act((session) => session.hold()),
    unhold: () => act((session) => session.unhold()),
    toggleHold: () => act((session) => (isHeld() ? session.unhold() : session.hold())),
    mute: () => act((session) => session.mute(microphone)),
    unmute: () => act((session) => session.unmute(microphone)),
    toggleMute: () => act((session) => (isMuted() ? session.unmute(microphone) : session.mute(microphone))),
    sendDtmf: (tones, options) => act((session) => session.dtmf(tones, options)),
    transfer: (target, options) =>
      act((session) => session.refer(typeof target === 'string' ? target : find(target.sessionId), options)),
    startVideo,
    stopVideo,
    toggleVideo: () => (localPicture(snapshot()) === 'off' ? startVideo() : stopVideo()),
    switchCamera: (deviceId) =>
      act(async (session) => session.setCamera(deviceId === undefined ? await nextCamera(ua, session.id) : deviceId)),
    shareScreen: (options) => act((session) => session.shareScreen(options)),
    stopSharing: () => act((session) => session.stopSharing()),
    toggleSharing: () =>
      act((session) => (localPicture(snapshot()) === 'screen' ? session.stopSharing() : session.shareScreen())),
    focus: () => store.focus(id),
  });
}

/** Being async turns whatever the act throws at once into a rejection. */
async function attempt(act: () => unknown): Promise<void> {
  await act();
}

/** A session as one that came in, which alone can be answered and declined. */
function incoming(act: string, session: Session): Invitation {
  if (!isInvitation(session)) throw new InvalidStateError(`${act} a call of our own`, session.state);
  return session;
}

function isInvitation(session: Session): session is Invitation {
  return session.direction === 'incoming';
}
