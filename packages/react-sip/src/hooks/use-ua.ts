'use client';

import type { UA } from '@hookswitch/sip-core';
import { useBinding } from '../provider/sip-context.ts';

/** What {@link useUA} returns. */
export type UseUAReturnType = UA;

/**
 * The user agent of the nearest provider. Never renders by itself: what changes is read with the other hooks.
 *
 * @throws {@link SipProviderNotFoundError} outside of a `SipProvider`
 * @example
 * ```tsx
 * const ua = useUA();
 * return <button onClick={() => void ua.stop()}>Sign out</button>;
 * ```
 */
export function useUA(): UseUAReturnType {
  return useBinding().ua;
}
