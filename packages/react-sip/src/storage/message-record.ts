'use client';

import type { TextMessage } from '../live/conversations.ts';
import { numberOf, objectOf, textOf, wordOf } from './record-reading.ts';

/** A text, as it is kept. */
export interface MessageRecord {
  readonly id: string;
  /** Our address in it. */
  readonly account: string;
  /** Address of the other end. */
  readonly peer: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly body: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: TextMessage['status'];
  readonly read: boolean;
}

const STATUSES = ['received', 'sending', 'delivered', 'stored', 'failed'] as const;
/** Characters of one text that are kept. */
const LONGEST_BODY = 20_000;

/** The record of a text. */
export function messageRecord(message: TextMessage, account: string): MessageRecord {
  const { id, peer, direction, body, at, status, read } = message;
  return Object.freeze<MessageRecord>({
    ...{ id: id.slice(0, 512), account, peer: peer.slice(0, 512), direction },
    ...{ body: body.slice(0, LONGEST_BODY), at, status, read },
  });
}

/** The text of a record. What was being sent when the page went never got its answer. */
export function textMessage({ account: _account, ...message }: MessageRecord): TextMessage {
  return Object.freeze({ ...message, status: message.status === 'sending' ? 'failed' : message.status, error: null });
}

/** Reads a record, whoever wrote it; `null` when it is none. */
export function readMessageRecord(value: unknown): MessageRecord | null {
  const record = objectOf(value);
  if (record === null) return null;
  const [id, account, peer] = [textOf(record['id']), textOf(record['account']), textOf(record['peer'])];
  const body = textOf(record['body'], LONGEST_BODY);
  const at = numberOf(record['at']);
  const direction = wordOf(record['direction'], ['incoming', 'outgoing']);
  const status = wordOf(record['status'], STATUSES);
  if (id === null || id === '' || account === null || peer === null || body === null) return null;
  if (at === null || direction === null || status === null) return null;
  return Object.freeze({ id, account, peer, direction, body, at, status, read: record['read'] !== false });
}

/** Oldest first, the latest of them up to `limit`. */
export function tidyMessages(messages: readonly MessageRecord[], limit: number): readonly MessageRecord[] {
  return [...messages].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(-limit);
}
