'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type TraceEntry, type TraceMark, TRACE_LIMIT, traceOf } from '../live/sip-trace.ts';
import { useBinding } from '../provider/sip-context.ts';

/** How much of the trace is shown. */
export interface UseSipTraceParameters {
  /** How many messages at the most, the latest ones; default, and at the most, 2000. */
  readonly limit?: number;
}

/** What {@link useSipTrace} returns. */
export interface UseSipTraceReturnType {
  /** The messages, oldest first. Secrets are masked. */
  readonly messages: readonly TraceEntry[];
  /** When the connection came and went, and its keep-alives; oldest first, by `id` in one order with the messages. */
  readonly marks: readonly TraceMark[];
  /** Forgets them. */
  readonly clear: () => void;
}

/**
 * The messages that we send and receive, as they cross the connection. It listens while a component that uses it is
 * mounted, or one that uses `useSipTraceRecording`.
 *
 * @example
 * ```tsx
 * const { messages, clear } = useSipTrace({ limit: 200 });
 * return <ol>{messages.map(({ id, direction, startLine }) => <li key={id}>{direction} {startLine}</li>)}</ol>;
 * ```
 */
export function useSipTrace({ limit = TRACE_LIMIT }: UseSipTraceParameters = {}): UseSipTraceReturnType {
  const trace = traceOf(useBinding());
  const { messages: all, marks } = useStore(trace);
  const { clear } = trace;
  return useMemo(
    () => ({ messages: limit >= all.length ? all : all.slice(all.length - limit), marks, clear }),
    [all, marks, limit, clear],
  );
}
