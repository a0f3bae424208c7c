'use client';

import { useCallback, useState } from 'react';
import { useBinding } from '../provider/sip-context.ts';
import { wasTakenBack } from '../session/call-failed-error.ts';
import { placeCall } from '../session/place-call.ts';
import type { CallOptions } from '../call-options.ts';
import { useAction } from './use-action.ts';

/** What {@link useCall} returns. */
export interface UseCallReturnType {
  /**
   * Calls someone. The session is in the store, and focused, before this returns. The promise settles with the session's
   * id when the call is answered, and rejects when it comes to nothing: with a `CallFailedError` when it was
   * refused, not answered or taken back, with the error itself when it could not be placed.
   *
   * @param target - an address such as `sip:bob@example.com`, or a number of our own domain
   */
  readonly call: (target: string, options?: CallOptions) => Promise<string>;
  /** The session of the latest call. */
  readonly sessionId: string | null;
  /** Whether the latest call is neither answered nor over. */
  readonly pending: boolean;
  /** Why the latest call came to nothing; `null` when we took it back ourselves. Cleared by the next call. */
  readonly error: unknown;
  /** Forgets the error. */
  readonly reset: () => void;
}

/**
 * Places calls.
 *
 * @example
 * ```tsx
 * const { call, pending, error } = useCall();
 * return (
 *   <form action={(form) => void call(String(form.get('number')))}>
 *     <input name="number" type="tel" />
 *     <button disabled={pending}>Call</button>
 *     {error instanceof CallFailedError && <p role="alert">{error.code}</p>}
 *   </form>
 * );
 * ```
 */
export function useCall(): UseCallReturnType {
  const binding = useBinding();
  const [sessionId, setSessionId] = useState<string | null>(null);
  const { run, pending, error, reset } = useAction((target: string, options?: CallOptions) => {
    setSessionId(null);
    return placeCall(binding, target, options, setSessionId);
  });
  const call = useCallback((target: string, options?: CallOptions) => run(target, options), [run]);
  return { call, sessionId, pending, error: wasTakenBack(error) ? null : error, reset };
}
