'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import { selectSessions } from '../store/selectors.ts';
import { useSipStore } from './use-sip-store.ts';

/** Makes something of the live sessions, oldest first. */
export type UseSessionsParameters<Selected> = (sessions: readonly SessionSnapshot[]) => Selected;

/** What {@link useSessions} returns: the live sessions, oldest first, or what the selector makes of them. */
export type UseSessionsReturnType<Selected = readonly SessionSnapshot[]> = Selected;

/**
 * The sessions that live, oldest first. With a selector, the component renders again only when its result differs;
 * take ids alone for a list whose rows read their own session.
 *
 * @param selector - pure; may be written inline
 * @example
 * ```tsx
 * const held = useSessions((sessions) => sessions.filter((session) => session.hold.local).map(({ id }) => id));
 * return held.map((id) => <CallRow key={id} id={id} />);
 * ```
 */
export function useSessions(): UseSessionsReturnType;
export function useSessions<Selected>(selector: UseSessionsParameters<Selected>): UseSessionsReturnType<Selected>;
export function useSessions(selector: UseSessionsParameters<unknown> = identity): unknown {
  return useSipStore((state) => selector(selectSessions(state)));
}

function identity(sessions: readonly SessionSnapshot[]): readonly SessionSnapshot[] {
  return sessions;
}
