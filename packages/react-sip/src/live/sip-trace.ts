'use client';

import type { TracedSipMessage } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import { createLiveStore, type ReadableStore } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** A message of the trace, with what a list of them shows. */
export interface TraceEntry extends TracedSipMessage {
  /** Counts up; a key for lists. */
  readonly id: number;
  readonly startLine: string;
  /** The method, of a response that of its request. */
  readonly method: string;
  /** `null` for a request. */
  readonly statusCode: number | null;
  readonly callId: string;
}

/** Messages that are kept at the most. */
export const TRACE_LIMIT = 1000;

/** The trace of a user agent: it listens while somebody follows it, and keeps what it has heard. */
export interface SipTrace extends ReadableStore<readonly TraceEntry[]> {
  readonly clear: () => void;
}

/** The trace of each user agent. */
export const traceOf: (binding: UABinding) => SipTrace = perBinding(({ ua }) => {
  let count = 0;
  let change: ((entries: readonly TraceEntry[]) => void) | undefined;
  const store = createLiveStore<readonly TraceEntry[]>([], (set, get) => {
    change = (entries) => set(() => entries);
    return ua.userAgent.core.trace.on((message) => {
      count += 1;
      change?.([...get(), traceEntry(count, message)].slice(-TRACE_LIMIT));
    });
  });
  return { ...store, clear: () => change?.([]) };
});

function traceEntry(id: number, message: TracedSipMessage): TraceEntry {
  const { text } = message;
  const startLine = text.slice(0, Math.max(0, text.search(/\r?\n/)));
  const status = /^SIP\/2\.0 (\d{3})/i.exec(startLine)?.[1];
  return Object.freeze<TraceEntry>({
    ...message,
    ...{ id, startLine },
    method: (status === undefined ? /^\S+/.exec(startLine) : /^CSeq\s*:\s*\d+\s+(\S+)/im.exec(text))?.at(-1) ?? '',
    statusCode: status === undefined ? null : Number(status),
    callId: /^(?:Call-ID|i)\s*:\s*(\S+)/im.exec(text)?.[1] ?? '',
  });
}
