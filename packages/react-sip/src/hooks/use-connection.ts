'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useBinding } from '../provider/sip-context.ts';
import type { SipState } from '../store/sip-state.ts';

/** What {@link useConnection} returns. */
export interface UseConnectionReturnType extends Pick<
  SipState,
  'status' | 'server' | 'attempts' | 'retryAt' | 'error'
> {
  /** Whether the link to the server is up. */
  readonly isConnected: boolean;
  /** Connects, and registers where the configuration says so. */
  readonly start: () => Promise<void>;
  /** Ends every call, takes back the registration and disconnects. */
  readonly stop: () => Promise<void>;
}

/**
 * The link to the server.
 *
 * @example
 * ```tsx
 * const { status, retryAt } = useConnection();
 * return status === 'reconnecting' ? <p role="status">Trying again at {retryAt}</p> : null;
 * ```
 */
export function useConnection(): UseConnectionReturnType {
  const binding = useBinding();
  const link = useStore(binding.store, useShallow(selectLink));
  return useMemo(
    () => ({ ...link, isConnected: link.status === 'connected', start: binding.start, stop: binding.stop }),
    [binding, link],
  );
}

function selectLink(state: SipState): Pick<SipState, 'status' | 'server' | 'attempts' | 'retryAt' | 'error'> {
  const { status, server, attempts, retryAt, error } = state;
  return { status, server, attempts, retryAt, error };
}
