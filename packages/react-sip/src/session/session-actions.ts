'use client';

import { InvalidStateError, type Invitation, type Session, type SessionSnapshot, type UA } from '@hookswitch/sip-core';
import type { AnswerOptions, DeclineOptions, DtmfOptions, TransferOptions } from '../call-options.ts';
import type { SipStore } from '../store/create-sip-store.ts';
import { selectSession } from '../store/selectors.ts';
import { actOn } from './act-on.ts';
import { findSession } from './find-session.ts';

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
  /** Makes this the focused session. */
  readonly focus: () => void;
}

/** Makes the actions of one session. They look it up when called, so they may outlive it. */
export function createSessionActions(ua: UA, store: SipStore, id: string | null): SessionActions {
  const snapshot = (): SessionSnapshot | null => selectSession(store.getState(), id);
  const isHeld = (): boolean => snapshot()?.hold.local === true;
  const isMuted = (): boolean => snapshot()?.muted.audio === true;
  const act = (what: (session: Session) => unknown): Promise<void> => actOn(ua, id, what);
  // Named in full: what is left out means both to the core.
  const microphone = { audio: true, video: false };
  let ending: Promise<void> | undefined;

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
      act((session) => session.refer(typeof target === 'string' ? target : findSession(ua, target.sessionId), options)),
    focus: () => store.focus(id),
  });
}

/** A session as one that came in, which alone can be answered and declined. */
function incoming(act: string, session: Session): Invitation {
  if (!isInvitation(session)) throw new InvalidStateError(`${act} a call of our own`, session.state);
  return session;
}

function isInvitation(session: Session): session is Invitation {
  return session.direction === 'incoming';
}
