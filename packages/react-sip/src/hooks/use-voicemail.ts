'use client';

import { type ErrorInfo, type MessageSummary, readMessageSummary } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { watchOf, type WatchKind } from '../live/watch.ts';
import { useBinding } from '../provider/sip-context.ts';

/** Whose mailbox: nothing for our own, `null` for nobody's. */
export type UseVoicemailParameters = string | null | undefined;

/** What {@link useVoicemail} returns. */
export interface UseVoicemailReturnType {
  /** Whether anything new waits; `null` until somebody tells. */
  readonly waiting: boolean | null;
  /** Voice messages nobody has heard. */
  readonly fresh: number;
  /** Voice messages that were heard. */
  readonly old: number;
  /** How many of the new ones are urgent. */
  readonly urgent: number;
  /** What to call to hear them, where that was told. */
  readonly account: string | null;
  /** Why we were refused. */
  readonly error: ErrorInfo | null;
}

/**
 * What waits in a mailbox (message-summary event package, RFC 3842).
 *
 * @param target - whose; our own by default
 * @example
 * ```tsx
 * const { fresh, account } = useVoicemail();
 * const { call } = useCall();
 * return <button disabled={account === null} onClick={() => void call(account ?? '')}>Voicemail ({fresh})</button>;
 * ```
 */
export function useVoicemail(target?: UseVoicemailParameters): UseVoicemailReturnType {
  const binding = useBinding();
  const own = useStore(binding.store, (state) => state.account.uri);
  const { told, error } = useStore(watchOf(binding, target === undefined ? own : target, MAILBOX));
  return useMemo(() => {
    const voice = told?.messages.get('voice-message');
    return {
      waiting: told?.waiting ?? null,
      fresh: voice?.new ?? 0,
      old: voice?.old ?? 0,
      urgent: voice?.newUrgent ?? 0,
      account: told?.account ?? null,
      error,
    };
  }, [told, error]);
}

const MAILBOX: WatchKind<MessageSummary> = {
  ...{ name: 'mailbox', event: 'message-summary' },
  follow: (subscriber, tell) => {
    subscriber.on('notify', ({ body }) => {
      const summary = readMessageSummary(body);
      if (summary !== undefined) tell(summary);
    });
  },
};
