'use client';

import { useMemo, useState } from 'react';
import type { CallOptions } from '../call-options.ts';
import { useBinding } from '../provider/sip-context.ts';
import { wasTakenBack } from '../session/call-failed-error.ts';
import { holdOthers } from '../session/hold-others.ts';
import { placeCall } from '../session/place-call.ts';
import { useAction } from './use-action.ts';

/** What {@link useAddCall} returns. */
export interface UseAddCallReturnType {
  /**
   * Puts the calls that talk on hold, then calls someone else. The promise settles with the session's id when the new
   * call is answered; it rejects as that of `useCall` does, or when a hold was refused, and then nobody is called.
   *
   * @param target - an address such as `sip:bob@example.com`, or a number of our own domain
   */
  readonly addCall: (target: string, options?: CallOptions) => Promise<string>;
  /** The session of the latest call. */
  readonly sessionId: string | null;
  /** Whether the others go on hold, or the latest call is neither answered nor over. */
  readonly pending: boolean;
  /** Why the latest call came to nothing; `null` when we took it back ourselves. */
  readonly error: unknown;
  /** Forgets the error. */
  readonly reset: () => void;
}

/**
 * Calls another person while a call waits. The calls stay two; `useConference` joins them.
 *
 * @example
 * ```tsx
 * const { addCall, pending } = useAddCall();
 * return <button aria-busy={pending} onClick={() => void addCall('1002')}>Call Ben too</button>;
 * ```
 */
export function useAddCall(): UseAddCallReturnType {
  const binding = useBinding();
  const [sessionId, setSessionId] = useState<string | null>(null);
  const { run, pending, error, reset } = useAction(async (target: string, options?: CallOptions) => {
    setSessionId(null);
    await holdOthers(binding);
    return placeCall(binding, target, options, setSessionId);
  });
  return useMemo(
    () => ({ addCall: run, sessionId, pending, error: wasTakenBack(error) ? null : error, reset }),
    [run, sessionId, pending, error, reset],
  );
}
