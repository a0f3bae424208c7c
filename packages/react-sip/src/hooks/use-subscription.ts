'use client';

import type { ErrorInfo, SubscriptionSnapshot } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { watchOf, type WatchKind } from '../live/watch.ts';
import { useBinding } from '../provider/sip-context.ts';

/** Whose state is followed: an address, a name or number of our own domain; `null` follows nobody. */
export type UseSubscriptionParameters = string | null;

/** What a notification carried. */
export interface Notified {
  readonly body: string;
  /** Media type in lower case; empty without a body. */
  readonly contentType: string;
}

/** What {@link useSubscription} returns. */
export interface UseSubscriptionReturnType {
  /** What was notified last. */
  readonly notified: Notified | null;
  /** How the subscription stands; `null` before it was asked for. */
  readonly subscription: SubscriptionSnapshot | null;
  /** Why it was refused last. */
  readonly error: ErrorInfo | null;
}

/**
 * Follows a state of somebody while the component is mounted (RFC 6665). Components that follow the same share one
 * subscription. For busy lamps, presence and voicemail there are hooks that read what is notified.
 *
 * @param target - whose state; `null` for nobody
 * @param event - the event package, such as `conference`
 * @example
 * ```tsx
 * const { notified } = useSubscription('sip:room@example.com', 'conference');
 * const room = notified === null ? undefined : readConferenceInfo(notified.body);
 * ```
 */
export function useSubscription(target: UseSubscriptionParameters, event: string): UseSubscriptionReturnType {
  const binding = useBinding();
  const { told, subscription, error } = useStore(watchOf(binding, target, notifications(event)));
  return useMemo(() => ({ notified: told, subscription, error }), [told, subscription, error]);
}

function notifications(event: string): WatchKind<Notified> {
  return {
    ...{ name: `any ${event}`, event },
    follow: (subscriber, tell) => {
      subscriber.on('notify', ({ body, contentType }) => tell({ body, contentType: contentType?.type ?? '' }));
    },
  };
}
