'use client';

import { useSipTrace } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { SipTraceView } from './sip-trace-view.tsx';

/** Props of {@link SipTrace}. */
export interface SipTraceProps {
  /** How many messages at the most, the latest ones; default, and at the most, 2000. */
  readonly limit?: number;
  readonly className?: string | undefined;
}

/**
 * What this phone and its server say to each other, drawn as it happens: an arrow for each message, one lane for each
 * call, every message to be read, copied and saved. Secrets are masked. Give it a place with a height.
 *
 * It listens while it is shown; `useSipTraceRecording` of react-sip keeps it listening before that.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}>
 *   <dialog open style={{ blockSize: '60dvh' }}><SipTrace /></dialog>
 * </SipProvider>
 * ```
 */
export function SipTrace({ limit, className }: SipTraceProps): ReactElement {
  const { messages, marks, clear } = useSipTrace(limit === undefined ? {} : { limit });
  return <SipTraceView messages={messages} marks={marks} onClear={clear} className={className} />;
}
