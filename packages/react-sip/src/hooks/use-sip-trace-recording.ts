'use client';

import { useEffect } from 'react';
import { traceOf } from '../live/sip-trace.ts';
import { useBinding } from '../provider/sip-context.ts';

/**
 * Keeps the trace listening while nobody shows it, so that what went wrong can be looked up afterwards. Never renders.
 *
 * @param active - whether to listen; default true
 * @example
 * ```tsx
 * useSipTraceRecording();
 * return open && <SipTrace />;
 * ```
 */
export function useSipTraceRecording(active: boolean = true): void {
  const trace = traceOf(useBinding());
  useEffect(() => (active ? trace.subscribe(() => undefined) : undefined), [trace, active]);
}
