'use client';

import { useInsertionEffect, useLayoutEffect, useRef } from 'react';
import { useBinding } from '../provider/sip-context.ts';

/** The name of an event of the user agent, such as `invite` or `registrationFailed`. */
export type UseSipEventParameters = string;

/** A handler of an event. */
export type SipEventHandler = (...args: readonly unknown[]) => void;

/** {@link useSipEvent} returns nothing. */
export type UseSipEventReturnType = undefined;

/**
 * Calls a handler at each event of the user agent while the component is mounted. The handler may be written inline:
 * the latest one is called, and changing it costs nothing. It listens before the provider starts the user agent, so
 * the first event is not missed.
 *
 * @param type - the event
 * @param handler - gets what the event carries
 * @example
 * ```tsx
 * useSipEvent('registrationFailed', () => notify(`Cannot register as ${name}`));
 * ```
 */
export function useSipEvent(type: UseSipEventParameters, handler: SipEventHandler): void {
  const { ua } = useBinding();
  const latest = useRef(handler);
  useInsertionEffect(() => {
    latest.current = handler;
  });
  useLayoutEffect(() => {
    const listener: SipEventHandler = (...args) => {
      latest.current(...args);
    };
    ua.on(type, listener);
    return () => {
      ua.off(type, listener);
    };
  }, [ua, type]);
}
