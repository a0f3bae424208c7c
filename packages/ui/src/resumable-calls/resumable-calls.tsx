'use client';

import { useResumableCalls } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { LazyResumableCallsView } from './lazy-resumable-calls-view.ts';

/** Props of {@link ResumableCalls}. */
export interface ResumableCallsProps {
  readonly className?: string | undefined;
}

/**
 * Asks whether to go on with the calls that a reload of the page interrupted, where `resumeCalls` is `ask`; else nothing.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><ResumableCalls /></SipProvider>
 * ```
 */
export function ResumableCalls({ className }: ResumableCallsProps): ReactElement | null {
  const calls = useResumableCalls();
  if (calls.length === 0) return null;
  const byId = (id: string) => calls.find((call) => call.id === id);
  return (
    <LazyResumableCallsView
      calls={calls}
      // Where it cannot be taken up, the call says so as it ends.
      onResume={(id) => start(async () => byId(id)?.resume())}
      onDrop={(id) => byId(id)?.drop()}
      className={className}
    />
  );
}
