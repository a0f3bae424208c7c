'use client';

import { type ErrorInfo, type Presence, readPidf } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { watchOf, type WatchKind } from '../live/watch.ts';
import { useBinding } from '../provider/sip-context.ts';

/** Whose presence: an address, a name or number of our own domain; `null` is nobody's. */
export type UsePresenceParameters = string | null;

/** What {@link usePresence} returns. */
export interface UsePresenceReturnType {
  /** `unknown` while nobody tells. */
  readonly availability: 'unknown' | 'open' | 'closed';
  /** What they say of themselves; text of theirs, to be shown as text. */
  readonly note: string | null;
  /** What they do, such as `away`, `on-the-phone` (RFC 4480). */
  readonly activities: readonly string[];
  /** All of what was told. */
  readonly presence: Presence | null;
  /** Why we were refused. */
  readonly error: ErrorInfo | null;
}

/**
 * Whether somebody can be reached, and what they say of themselves (presence event package, RFC 3856, RFC 3863).
 *
 * @param target - whose presence
 * @example
 * ```tsx
 * const { availability, note } = usePresence('bob');
 * return <span data-presence={availability}>{note}</span>;
 * ```
 */
export function usePresence(target: UsePresenceParameters): UsePresenceReturnType {
  const { told: last, subscription, error } = useStore(watchOf(useBinding(), target, PRESENCE));
  const told = subscription?.state === 'Subscribed' ? last : null;
  return useMemo(
    () => ({
      availability: told?.basic ?? 'unknown',
      note: told?.notes[0] ?? told?.tuples.find(({ note }) => note !== null)?.note ?? null,
      activities: told?.activities ?? [],
      presence: told,
      error,
    }),
    [told, error],
  );
}

const PRESENCE: WatchKind<Presence> = {
  ...{ name: 'presence', event: 'presence' },
  follow: (subscriber, tell) => {
    subscriber.on('notify', ({ body }) => {
      const presence = readPidf(body);
      if (presence !== undefined) tell(presence);
    });
  },
};
