'use client';

import { useSession, useSessionActions, useSessions } from '@hookswitch/react-sip';

/** What {@link useHoldAndAnswer} returns. */
export interface HoldAndAnswer {
  /** Whether a call is talking now, and goes on hold before this one is answered. */
  readonly holds: boolean;
  readonly answer: () => Promise<void>;
}

/** Answers a call, with the one that talks put on hold first. */
export function useHoldAndAnswer(id: string | null): HoldAndAnswer {
  const talking = useSessions().find((other) => other.id !== id && other.phase === 'established' && !other.hold.local);
  const { hold } = useSessionActions(talking?.id ?? null);
  const { answer, focus } = useSession(id);
  return {
    holds: talking !== undefined,
    answer: async () => {
      // A hold that is refused must not keep a person from answering.
      if (talking !== undefined) await hold().catch(() => undefined);
      focus();
      await answer();
    },
  };
}
