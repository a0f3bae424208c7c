'use client';

import { Conference, InvalidStateError, type Session } from '@hookswitch/sip-core';
import { createStore } from 'zustand/vanilla';
import type { UABinding } from '../provider/ua-binding.ts';
import { findSession } from '../session/find-session.ts';
import { holdOthers } from '../session/hold-others.ts';
import { selectSessions } from '../store/selectors.ts';
import { consultationsOf } from './consultations.ts';
import type { ReadableStore } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** The conference of a user agent. */
export interface ConferenceState {
  /** The calls in it, in the order they joined; empty while there is none. */
  readonly sessionIds: readonly string[];
  /** Those whose words reach nobody. */
  readonly silencedIds: readonly string[];
  /** When there were two of them first, milliseconds since the epoch; `null` while there is none. */
  readonly since: number | null;
}

/** The conference of a user agent, and what can be done with it. */
export interface ConferenceRoom extends ReadableStore<ConferenceState> {
  readonly merge: (ids?: readonly string[]) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly silence: (id: string, silent: boolean) => void;
  readonly mute: (muted: boolean) => void;
  readonly hold: (hold: boolean) => Promise<void>;
  readonly split: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const NONE: ConferenceState = Object.freeze({
  sessionIds: Object.freeze([]),
  silencedIds: Object.freeze([]),
  since: null,
});

/** The room of each user agent. With fewer than two calls it is empty: what is left is a call like any other. */
export const conferenceOf: (binding: UABinding) => ConferenceRoom = perBinding((binding) => {
  const { ua, store } = binding;
  const { platform } = ua.userAgent;
  const conference = new Conference(platform);
  const state = createStore<ConferenceState>(() => NONE);
  let gathering = 0;

  const show = (): void => {
    const { sessionIds, silencedIds } = conference.getSnapshot();
    if (gathering > 0) return;
    if (sessionIds.length === 1) conference.close();
    if (sessionIds.length < 2) state.setState(NONE, true);
    else {
      const since = state.getState().since ?? platform.clock.now();
      state.setState(Object.freeze({ sessionIds, silencedIds, since }), true);
    }
  };
  conference.subscribe(show);
  const members = (): readonly Session[] => state.getState().sessionIds.map((id) => findSession(ua, id));
  const focusOn = (ids: readonly string[]): void => {
    const focused = store.getState().focusedSessionId;
    const [first] = ids;
    if (first !== undefined && (focused === null || !ids.includes(focused))) store.focus(first);
  };

  const { getState, getInitialState, subscribe } = state;
  return {
    ...{ getState, getInitialState, subscribe },
    async merge(ids) {
      const up = selectSessions(store.getState()).filter(({ phase }) => phase === 'established');
      const wanted = new Set([...state.getState().sessionIds, ...(ids ?? up.map(({ id }) => id))]);
      if (wanted.size < 2) throw new InvalidStateError('join calls', `${wanted.size} calls`);
      const sessions = [...wanted].map((id) => findSession(ua, id));
      await holdOthers(binding, [...wanted]);
      gathering += 1;
      try {
        // Joining takes a call off hold that was not in yet.
        for (const session of sessions) {
          if (conference.sessions.includes(session)) await session.unhold();
          else await conference.join(session);
        }
      } finally {
        gathering -= 1;
        show();
      }
      for (const id of wanted) consultationsOf(binding).forget(id);
      focusOn([...wanted]);
    },
    async remove(id) {
      const session = findSession(ua, id);
      conference.leave(session);
      focusOn(state.getState().sessionIds);
      await session.hold();
    },
    silence(id, silent) {
      conference.silence(findSession(ua, id), silent);
    },
    mute(muted) {
      const microphone = { audio: true, video: false };
      for (const session of members()) {
        if (muted) session.mute(microphone);
        else session.unmute(microphone);
      }
    },
    async hold(hold) {
      await Promise.all(members().map((session) => (hold ? session.hold() : session.unhold())));
    },
    async split() {
      const all = members();
      const focused = store.getState().focusedSessionId;
      conference.close();
      const kept = all.find(({ id }) => id === focused) ?? all[0];
      await Promise.all(all.filter((session) => session !== kept).map((session) => session.hold()));
    },
    async leave() {
      const [one, other, more] = members();
      if (one === undefined || other === undefined || more !== undefined) {
        throw new InvalidStateError('leave a conference that is mixed here', `${members().length} calls`);
      }
      await one.refer(other);
    },
    async end() {
      await Promise.all(members().map((session) => session.terminate()));
    },
  };
});
