'use client';

import type { EndCause, ErrorInfo, Party, SessionSnapshot } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import type { SipState } from '../store/sip-state.ts';
import { createLiveStore, type ReadableStore, type SetState } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

interface NoticeBase {
  /** A key for lists. */
  readonly id: number;
  /** When it happened last, milliseconds since the epoch. */
  readonly at: number;
  /** How often it happened. */
  readonly count: number;
}

/** The registrar refused us. Goes away when it does not any more. */
export interface RegistrationFailedNotice extends NoticeBase {
  readonly kind: 'REGISTRATION_FAILED';
  readonly error: ErrorInfo | null;
}

/** The connection is lost. Goes away when it stands again. */
export interface ConnectionLostNotice extends NoticeBase {
  readonly kind: 'CONNECTION_LOST';
  readonly error: ErrorInfo | null;
}

/** A call of ours was refused, or a call broke. */
export interface CallFailedNotice extends NoticeBase {
  readonly kind: 'CALL_FAILED';
  readonly sessionId: string;
  readonly party: Party;
  readonly cause: EndCause;
}

/** Microphone or camera could not be used. */
export interface MediaTroubleNotice extends NoticeBase {
  readonly kind: 'MEDIA_TROUBLE';
  readonly sessionId: string;
  /** `MEDIA_DENIED`, `MEDIA_NOT_FOUND`, `MEDIA_IN_USE` and such. */
  readonly code: string;
}

/** Something a person should know about. */
export type Notice = RegistrationFailedNotice | ConnectionLostNotice | CallFailedNotice | MediaTroubleNotice;

/** A notice before it is in the queue. */
type News = Notice extends infer Each ? (Each extends Notice ? Omit<Each, keyof NoticeBase> : never) : never;

/** Notices that wait at the most; older ones are dropped. */
const MOST = 20;

/** The notices of a user agent, oldest first. */
export interface Notices extends ReadableStore<readonly Notice[]> {
  readonly dismiss: (id: number) => void;
  readonly clear: () => void;
}

/** The notices of each user agent: gathered while somebody follows them. */
export const noticesOf: (binding: UABinding) => Notices = perBinding(({ ua, store }) => {
  const { clock } = ua.userAgent.platform;
  let id = 0;
  let change: SetState<readonly Notice[]> = () => undefined;
  const add = (news: News): void => {
    change((notices) => {
      const same = notices.find((notice) => sameNews(notice, news));
      id += 1;
      // Said again, it goes to the end of the queue and counts.
      const notice: Notice = Object.freeze({
        ...news,
        id: same?.id ?? id,
        at: clock.now(),
        count: (same?.count ?? 0) + 1,
      });
      return [...notices.filter((each) => each !== same), notice].slice(-MOST);
    });
  };
  const drop = (gone: (notice: Notice) => boolean): void => {
    change((notices) => (notices.some(gone) ? notices.filter((notice) => !gone(notice)) : notices));
  };
  const notices = createLiveStore<readonly Notice[]>([], (set) => {
    change = set;
    let before: SipState | undefined;
    const look = (state: SipState): void => {
      lookAt(state, before, add, drop);
      before = state;
    };
    look(store.getState());
    return store.subscribe(look);
  });
  return {
    ...notices,
    dismiss: (dismissed) => drop((notice) => notice.id === dismissed),
    clear: () => drop(() => true),
  };
});

function lookAt(
  state: SipState,
  before: SipState | undefined,
  add: (news: News) => void,
  drop: (gone: (notice: Notice) => boolean) => void,
): void {
  const { registration, status } = state;
  if (registration.status === 'failed') {
    if (before?.registration.status !== 'failed') add({ kind: 'REGISTRATION_FAILED', error: registration.error });
  } else if (registration.status === 'registered') drop(({ kind }) => kind === 'REGISTRATION_FAILED');
  if (status === 'reconnecting' && before?.status !== 'reconnecting') {
    add({ kind: 'CONNECTION_LOST', error: state.error });
  } else if (status === 'connected' || status === 'stopped') drop(({ kind }) => kind === 'CONNECTION_LOST');
  for (const session of Object.values(state.sessions)) lookAtError(session, before?.sessions[session.id], add);
  if (before === undefined) return;
  // What ended before anybody listened is no news.
  const over = state.ended.filter((session) => !before.ended.some(({ id }) => id === session.id));
  for (const session of over.reverse()) lookAtEnd(session, add);
}

function lookAtError(session: SessionSnapshot, before: SessionSnapshot | undefined, add: (news: News) => void): void {
  const { lastError } = session;
  if (lastError === null || lastError === before?.lastError || !lastError.code.startsWith('MEDIA_')) return;
  add({ kind: 'MEDIA_TROUBLE', sessionId: session.id, code: lastError.code });
}

const PEACEFUL: readonly EndCause['code'][] = ['HUNG_UP', 'CANCELED', 'ANSWERED_ELSEWHERE', 'REPLACED', 'TRANSFERRED'];

function lookAtEnd(
  { id, cause, direction, answeredAt, remote, lastError }: SessionSnapshot,
  add: (news: News) => void,
): void {
  if (cause === null || PEACEFUL.includes(cause.code)) return;
  if (cause.code === 'MEDIA_DENIED' || cause.code === 'MEDIA_ERROR') {
    const code = lastError?.code.startsWith('MEDIA_') === true ? lastError.code : cause.code;
    add({ kind: 'MEDIA_TROUBLE', sessionId: id, code });
  } else if (direction === 'outgoing' || answeredAt !== null) {
    add({ kind: 'CALL_FAILED', sessionId: id, party: remote, cause });
  }
}

/** Whether they say the same to a person. */
function sameNews(notice: Notice, news: News): boolean {
  if (notice.kind === 'CALL_FAILED' && news.kind === 'CALL_FAILED') {
    return notice.cause.code === news.cause.code && notice.party.uri === news.party.uri;
  }
  if (notice.kind === 'MEDIA_TROUBLE' && news.kind === 'MEDIA_TROUBLE') return notice.code === news.code;
  return notice.kind === news.kind;
}
