'use client';

import {
  CLASSIC_CAUSES,
  type EndCause,
  type EndCauseCode,
  type Party,
  type SessionSnapshot,
} from '@hookswitch/sip-core';
import { numberOf, objectOf, textOf, wordOf } from './record-reading.ts';

const OUTCOMES = ['answered', 'missed', 'declined', 'failed', 'placed', 'elsewhere'] as const;

/**
 * What became of a call. An incoming one was `answered`, `missed`, `declined`, or answered `elsewhere`; one of ours was
 * `placed`, or `failed` when it was refused or broke before it was answered.
 */
export type CallOutcome = (typeof OUTCOMES)[number];

/** A call that is over, as it is kept. */
export interface CallRecord {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  /** Our address in it. */
  readonly account: string;
  /** The other end: who a trusted server says it is, or else who it says itself. */
  readonly party: Party;
  readonly outcome: CallOutcome;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds of talk; `null` when it was never answered. */
  readonly duration: number | null;
  readonly cause: EndCause | null;
  /** Whether somebody has looked at it; only missed calls begin unseen. */
  readonly seen: boolean;
}

/** The record of a session that has ended. */
export function callRecord(session: SessionSnapshot): CallRecord {
  const { id, direction, createdAt, answeredAt, endedAt, cause } = session;
  const outcome = outcomeOf(session);
  return Object.freeze<CallRecord>({
    ...{ id, direction, outcome, cause },
    account: session.local.uri,
    party: shortened(session.asserted ?? session.remote),
    startedAt: createdAt,
    duration: answeredAt === null || endedAt === null ? null : Math.max(0, endedAt - answeredAt),
    seen: outcome !== 'missed',
  });
}

/** Endings before the answer that are nobody's failure. */
const PEACEFUL: readonly EndCauseCode[] = ['HUNG_UP', 'CANCELED', 'REPLACED', 'TRANSFERRED'];

function outcomeOf({ direction, answeredAt, cause }: SessionSnapshot): CallOutcome {
  if (direction === 'outgoing') {
    return answeredAt !== null || cause === null || PEACEFUL.includes(cause.code) ? 'placed' : 'failed';
  }
  if (answeredAt !== null) return 'answered';
  if (cause?.code === 'ANSWERED_ELSEWHERE') return 'elsewhere';
  return cause?.by === 'local' && cause.code !== 'NO_ANSWER' ? 'declined' : 'missed';
}

function shortened(party: Party): Party {
  return {
    uri: textOf(party.uri) ?? '',
    user: textOf(party.user) ?? '',
    host: textOf(party.host) ?? '',
    displayName: textOf(party.displayName),
  };
}

/** Reads a record, whoever wrote it; `null` when it is none. */
export function readCallRecord(value: unknown): CallRecord | null {
  const record = objectOf(value);
  const party = objectOf(record?.['party']);
  if (record === null || party === null) return null;
  const id = textOf(record['id']);
  const outcome = wordOf(record['outcome'], OUTCOMES);
  const startedAt = numberOf(record['startedAt']);
  const uri = textOf(party['uri']);
  if (id === null || id === '' || outcome === null || startedAt === null || uri === null) return null;
  const ours = outcome === 'placed' || outcome === 'failed';
  return Object.freeze<CallRecord>({
    ...{ id, outcome, startedAt },
    direction: wordOf(record['direction'], ['incoming', 'outgoing']) ?? (ours ? 'outgoing' : 'incoming'),
    account: textOf(record['account']) ?? '',
    party: {
      uri,
      user: textOf(party['user']) ?? '',
      host: textOf(party['host']) ?? '',
      displayName: textOf(party['displayName']),
    },
    duration: numberOf(record['duration']),
    cause: readCause(record['cause']),
    seen: record['seen'] !== false,
  });
}

function readCause(value: unknown): EndCause | null {
  const cause = objectOf(value);
  const code = wordOf(cause?.['code'], Object.keys(CLASSIC_CAUSES) as EndCauseCode[]);
  const by = wordOf(cause?.['by'], ['local', 'remote', 'system']);
  if (cause === null || code === null || by === null) return null;
  const reason = objectOf(cause['reason']);
  const protocol = textOf(reason?.['protocol']);
  return {
    ...{ code, by },
    statusCode: numberOf(cause['statusCode']),
    reasonPhrase: textOf(cause['reasonPhrase']),
    retryAfter: numberOf(cause['retryAfter']),
    reason: protocol === null ? null : { protocol, cause: numberOf(reason?.['cause']), text: textOf(reason?.['text']) },
  };
}

/** How much better one outcome tells what became of a call than another. */
const TELLING: Readonly<Record<CallOutcome, number>> = {
  ...{ answered: 3, placed: 3, declined: 2, failed: 2, missed: 1, elsewhere: 0 },
};
/** Milliseconds between two tabs that show the same call. */
const SAME_CALL = 2000;

/**
 * Latest first, no more than `limit`. Two tabs of one account ring for the same call, and each keeps it: of those, the
 * one that tells more is left.
 */
export function tidyCalls(calls: readonly CallRecord[], limit: number): readonly CallRecord[] {
  const ordered = [...calls].sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1));
  const kept: CallRecord[] = [];
  for (const call of ordered) {
    const twin = findLatest(kept, call);
    if (twin < 0) kept.push(call);
    else if (TELLING[call.outcome] > TELLING[kept[twin]?.outcome ?? 'answered']) kept[twin] = call;
  }
  return kept.slice(0, limit);
}

/** Where in the list, latest first, the same call stands as another tab saw it. */
function findLatest(kept: readonly CallRecord[], call: CallRecord): number {
  if (call.direction === 'outgoing') return -1;
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    const other = kept[index];
    if (other === undefined || other.startedAt - call.startedAt > SAME_CALL) return -1;
    if (other.direction === 'incoming' && other.party.uri === call.party.uri && other.account === call.account) {
      return index;
    }
  }
  return -1;
}
