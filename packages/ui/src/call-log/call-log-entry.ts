import { partyOf } from '../call/party-text.ts';
import { endedBadly } from '../ended-call/ended-look.ts';
import type { EndCause, Party, SessionSnapshot } from '../snapshots.ts';

/** What became of a call, as a list of calls tells it. */
export type CallOutcome = 'answered' | 'missed' | 'declined' | 'failed' | 'placed' | 'elsewhere';

/** A call that is over. Plain values, made to be stored. */
export interface CallLogEntry {
  readonly id: string;
  readonly party: Party;
  readonly outcome: CallOutcome;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds of talk; `null` when it was never answered. */
  readonly duration: number | null;
  /** Why it ended; said in place of the outcome when it failed. */
  readonly cause?: EndCause | null;
}

/** The log entry of a session that has ended. */
export function callLogEntry(session: SessionSnapshot): CallLogEntry {
  const { id, createdAt, answeredAt, endedAt, cause } = session;
  return {
    id,
    party: partyOf(session),
    outcome: outcomeOf(session),
    startedAt: createdAt,
    duration: answeredAt === null || endedAt === null ? null : endedAt - answeredAt,
    cause,
  };
}

function outcomeOf(session: SessionSnapshot): CallOutcome {
  const { direction, answeredAt, cause } = session;
  if (direction === 'outgoing') return answeredAt === null && endedBadly(session) ? 'failed' : 'placed';
  if (answeredAt !== null) return 'answered';
  if (cause?.code === 'ANSWERED_ELSEWHERE') return 'elsewhere';
  return cause?.by === 'local' && cause.code !== 'NO_ANSWER' ? 'declined' : 'missed';
}
