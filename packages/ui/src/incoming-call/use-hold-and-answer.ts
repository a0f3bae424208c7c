'use client';

import { useSession, useSessions, useUA } from '@hookswitch/react-sip';

/** What {@link useHoldAndAnswer} returns. */
export interface HoldAndAnswer {
  /** Whether a call is talking now, and goes on hold before this one is answered. */
  readonly holds: boolean;
  readonly answer: () => Promise<void>;
  readonly answerWithVideo: () => Promise<void>;
  /** Answers, with those that talk hung up first. */
  readonly endAndAnswer: () => Promise<void>;
}

/** Answers a call, with those that talk put on hold, or ended, first. */
export function useHoldAndAnswer(id: string | null): HoldAndAnswer {
  const ua = useUA();
  const talking = useSessions((all) =>
    all
      .filter((other) => other.id !== id && other.phase === 'established' && !other.hold.local)
      .map((other) => other.id),
  );
  const { answer, answerWithVideo, focus } = useSession(id);
  const after = async (before: 'hold' | 'terminate', act: () => Promise<void>): Promise<void> => {
    // What is refused must not keep a person from answering.
    await Promise.allSettled(talking.map(async (other) => ua.sessions.get(other)?.[before]()));
    focus();
    await act();
  };
  return {
    holds: talking.length > 0,
    answer: () => after('hold', answer),
    answerWithVideo: () => after('hold', answerWithVideo),
    endAndAnswer: () => after('terminate', answer),
  };
}
