'use client';

import type { UAEvents } from '@hookswitch/sip-core';
import { useEffect, useInsertionEffect, useLayoutEffect, useRef } from 'react';
import { useBinding } from '../provider/sip-context.ts';

/** Before the provider starts the user agent; React 18 warns of layout effects where there is no page. */
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** The name of an event of the user agent, such as `invite` or `registrationFailed`. */
export type SipEventName = keyof UAEvents;

/** A handler of an event; gets what the event carries. */
export type SipEventHandler<Name extends SipEventName> = (...args: UAEvents[Name]) => void;

/**
 * Calls a handler at each event of the user agent while the component is mounted. The handler may be written inline:
 * the latest one is called, and changing it costs nothing. It listens before the provider starts the user agent, so
 * the first event is not missed.
 *
 * @param type - the event
 * @param handler - gets what the event carries
 * @example
 * ```tsx
 * useSipEvent('registrationFailed', (response, cause) => notify(`Cannot register: ${cause}`));
 * ```
 */
export function useSipEvent<Name extends SipEventName>(type: Name, handler: SipEventHandler<Name>): void {
  const { ua } = useBinding();
  const latest = useRef(handler);
  useInsertionEffect(() => {
    latest.current = handler;
  });
  useEarlyEffect(() => {
    return ua.on(type, (...args) => {
      latest.current(...args);
    });
  }, [ua, type]);
}
