'use client';

import { type ErrorInfo, errorInfo, type TracedSipMessage } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import { createLiveStore, type ReadableStore } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';

/** A message of the trace, with what a list of them shows. */
export interface TraceEntry extends TracedSipMessage {
  /** Counts up over messages and marks together; a key for lists. */
  readonly id: number;
  readonly startLine: string;
  /** The method, of a response that of its request. */
  readonly method: string;
  /** `null` for a request. */
  readonly statusCode: number | null;
  readonly callId: string;
}

/** What happened to the connection between messages. */
export interface TraceMark {
  /** Counts up over messages and marks together; a key for lists. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly kind: 'connected' | 'disconnected' | 'connectFailed' | 'keepAliveSent' | 'keepAliveReceived';
  /** The server at the other end, where it is known. */
  readonly server: string | null;
  /** Why the connection ended or could not be made; `null` when that was asked for. */
  readonly error: ErrorInfo | null;
}

/** Everything a trace holds, oldest first. */
interface TraceState {
  readonly messages: readonly TraceEntry[];
  readonly marks: readonly TraceMark[];
}

/** Messages, and marks, that are kept at the most. */
export const TRACE_LIMIT = 2000;
/** Characters of messages that are kept at the most. */
const TRACE_CHARACTERS = 8_000_000;

/** The trace of a user agent: it listens while somebody follows it, and keeps what it has heard. */
export interface SipTrace extends ReadableStore<TraceState> {
  readonly clear: () => void;
}

const EMPTY: TraceState = Object.freeze({ messages: Object.freeze([]), marks: Object.freeze([]) });

/** The trace of each user agent. */
export const traceOf: (binding: UABinding) => SipTrace = perBinding(({ ua }) => {
  const { clock } = ua.userAgent.platform;
  let count = 0;
  let change: (changes: (state: TraceState) => Partial<TraceState>) => void = () => undefined;
  const mark = (kind: TraceMark['kind'], server: string | undefined, error?: unknown): void => {
    count += 1;
    const made = Object.freeze<TraceMark>({
      ...{ id: count, time: clock.now(), kind, server: server ?? null },
      error: error === undefined ? null : errorInfo(error),
    });
    change(({ marks }) => ({ marks: [...marks, made].slice(-TRACE_LIMIT) }));
  };
  const store = createLiveStore<TraceState>(EMPTY, (set) => {
    const { events, state } = ua.transport;
    let up = state === 'connected';
    change = (changes) => set((state) => Object.freeze({ ...state, ...changes(state) }));
    const stops = [
      ua.userAgent.core.trace.on((message) => {
        count += 1;
        const entry = traceEntry(count, message);
        change(({ messages }) => ({ messages: bounded([...messages, entry]) }));
      }),
      // It comes before `connected`, at which others may send.
      events.on('stateChange', (now) => {
        if (now !== 'connected') return;
        up = true;
        mark('connected', ua.transport.server);
      }),
      events.on('disconnected', ({ error }) => {
        mark(up ? 'disconnected' : 'connectFailed', undefined, error);
        up = false;
      }),
      events.on('keepAlive', ({ direction }) => {
        mark(direction === 'sent' ? 'keepAliveSent' : 'keepAliveReceived', ua.transport.server);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  });
  return { ...store, clear: () => change(() => EMPTY) };
});

/** The latest messages, as many as are kept. */
function bounded(messages: readonly TraceEntry[]): readonly TraceEntry[] {
  let characters = 0;
  let from = messages.length;
  while (from > 0 && messages.length - from < TRACE_LIMIT) {
    characters += messages[from - 1]?.text.length ?? 0;
    if (characters > TRACE_CHARACTERS) break;
    from -= 1;
  }
  return from === 0 ? messages : messages.slice(from);
}

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
