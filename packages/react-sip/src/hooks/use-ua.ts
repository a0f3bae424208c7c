'use client';

import { useBinding } from '../provider/sip-context.ts';
import type { SipUA } from '../sip-ua.ts';

/** What {@link useUA} returns. */
export type UseUAReturnType = SipUA;

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
