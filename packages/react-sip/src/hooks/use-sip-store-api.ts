'use client';

import { useBinding } from '../provider/sip-context.ts';
import type { SipStore } from '../store/create-sip-store.ts';

/** What {@link useSipStoreApi} returns. */
export type UseSipStoreApiReturnType = SipStore;

/**
 * The store itself: to read it in an event handler, to subscribe outside of rendering, or to set the focus.
 *
 * @example
 * ```tsx
 * const store = useSipStoreApi();
 * return <button onClick={() => store.focus(null)}>Back to the list</button>;
 * ```
 */
export function useSipStoreApi(): UseSipStoreApiReturnType {
  return useBinding().store;
}
