'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { handled } from '../handled.ts';
import { conferenceOf } from '../live/conference-room.ts';
import { useBinding } from '../provider/sip-context.ts';
import type { SipState } from '../store/sip-state.ts';

/** What {@link useConference} returns. */
export interface UseConferenceReturnType {
  /** The calls in the conference, in the order they joined; empty while there is none. */
  readonly sessionIds: readonly string[];
  /** Those of them whose words reach nobody. */
  readonly silencedIds: readonly string[];
  /** When it began, milliseconds since the epoch; `null` while there is none. */
  readonly since: number | null;
  /** Whether our microphone is silenced for everybody. */
  readonly muted: boolean;
  /** Whether everybody is on hold. */
  readonly held: boolean;
  /**
   * Joins calls so that everybody hears everybody; those on hold are taken off first. Calls join a conference that runs.
   * Rejects with a `MediaError` when the sound of a call cannot be mixed; the others are joined all the same.
   *
   * @param ids - every call that is up by default
   */
  readonly merge: (ids?: readonly string[]) => Promise<void>;
  /** Takes one out and puts it on hold; with two left, nobody is in a conference any more. */
  readonly remove: (id: string) => Promise<void>;
  /** Lets nobody hear what one says, or lets them again; that one still hears everybody. */
  readonly silence: (id: string, silent: boolean) => Promise<void>;
  /** Silences our microphone for everybody, or lets it be heard again. */
  readonly toggleMute: () => Promise<void>;
  /** Puts everybody on hold, or takes them off; meanwhile they do not hear each other either. */
  readonly toggleHold: () => Promise<void>;
  /** Makes single calls of it again: one goes on, the others wait on hold. */
  readonly split: () => Promise<void>;
  /**
   * Leaves two others to each other, by a transfer of one to the other. With more than two it rejects with an
   * `InvalidStateError`: their sound meets in this page, and without it they do not hear each other.
   */
  readonly leave: () => Promise<void>;
  /** Hangs up on everybody. */
  readonly end: () => Promise<void>;
}

/**
 * Several calls in one conversation, mixed in this page: no server takes part, the sound of everybody passes through
 * here, and it ends with this page. One conference for each user agent.
 *
 * @example
 * ```tsx
 * const { sessionIds, merge, silence, end } = useConference();
 * if (sessionIds.length === 0) return <button onClick={() => void merge()}>Merge calls</button>;
 * return (
 *   <>
 *     {sessionIds.map((id) => <button key={id} onClick={() => void silence(id, true)}>Silence {id}</button>)}
 *     <button onClick={() => void end()}>End for all</button>
 *   </>
 * );
 * ```
 */
export function useConference(): UseConferenceReturnType {
  const binding = useBinding();
  const room = conferenceOf(binding);
  const { sessionIds, silencedIds, since } = useStore(room);
  const muted = useStore(binding.store, (state) => everybody(state, sessionIds, isMuted));
  const held = useStore(binding.store, (state) => everybody(state, sessionIds, isHeld));
  const acts = useMemo(() => {
    const run = (act: () => unknown): Promise<void> => handled(attempt(act));
    const all = (is: (session: SessionSnapshot) => boolean): boolean =>
      everybody(binding.store.getState(), room.getState().sessionIds, is);
    return {
      merge: (ids?: readonly string[]) => run(() => room.merge(ids)),
      remove: (id: string) => run(() => room.remove(id)),
      silence: (id: string, silent: boolean) => run(() => room.silence(id, silent)),
      toggleMute: () => run(() => room.mute(!all(isMuted))),
      toggleHold: () => run(() => room.hold(!all(isHeld))),
      split: () => run(() => room.split()),
      leave: () => run(() => room.leave()),
      end: () => run(() => room.end()),
    };
  }, [binding, room]);
  return useMemo(
    () => ({ sessionIds, silencedIds, since, muted, held, ...acts }),
    [sessionIds, silencedIds, since, muted, held, acts],
  );
}

const isMuted = ({ muted }: SessionSnapshot): boolean => muted.audio;
const isHeld = ({ hold }: SessionSnapshot): boolean => hold.local;

function everybody({ sessions }: SipState, ids: readonly string[], is: (session: SessionSnapshot) => boolean): boolean {
  const calls = ids.flatMap((id) => sessions[id] ?? []);
  return calls.length > 0 && calls.every(is);
}

async function attempt(act: () => unknown): Promise<void> {
  await act();
}
