'use client';

import { useEffect, useInsertionEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import {
  browserNotifications,
  type NotificationAccess,
  type NotificationPlatform,
} from '../notifications/notification-platform.ts';
import { type CallNotificationWords, notifyCalls } from '../notifications/notify-calls.ts';
import { useBinding } from '../provider/sip-context.ts';

/** How {@link useCallNotifications} notifies. */
export interface UseCallNotificationsParameters {
  /** Whether to notify; default true. */
  readonly enabled?: boolean;
  /** The words; English by default. */
  readonly words?: CallNotificationWords;
  /** Address of a picture. */
  readonly icon?: string;
  /** In place of the browser's notifications. */
  readonly platform?: NotificationPlatform;
}

/** What {@link useCallNotifications} returns. */
export interface UseCallNotificationsReturnType {
  /** `default`: not asked yet; `unsupported`: this browser has none. */
  readonly access: NotificationAccess;
  /** Asks the person; call it from a click. Resolves with what they said. */
  readonly request: () => Promise<NotificationAccess>;
}

const english: CallNotificationWords = ({ remote }, kind) => ({
  title: kind === 'incoming' ? 'Incoming call' : 'Missed call',
  body: remote.displayName ?? remote.user,
});

/**
 * Tells of calls by notifications of the system while the page is hidden: of one that rings, until it is answered here
 * or elsewhere or ends, and of one that was missed. A click brings the page to the front. Nothing is asked before
 * `request` is called.
 *
 * @example
 * ```tsx
 * const { access, request } = useCallNotifications();
 * return access === 'default' && <button onClick={() => void request()}>Tell me about calls</button>;
 * ```
 */
export function useCallNotifications(parameters: UseCallNotificationsParameters = {}): UseCallNotificationsReturnType {
  const { enabled = true, words = english, icon, platform = browserNotifications } = parameters;
  const binding = useBinding();
  const latest = useRef({ words, icon });
  useInsertionEffect(() => {
    latest.current = { words, icon };
  });
  const source = useMemo(() => accessOf(platform), [platform]);
  const access = useSyncExternalStore(source.subscribe, platform.access, unsupported);
  useEffect(() => {
    if (!enabled || access !== 'granted') return undefined;
    return notifyCalls(binding, platform, () => latest.current);
  }, [binding, platform, enabled, access]);
  return useMemo(() => ({ access, request: source.request }), [access, source]);
}

function unsupported(): NotificationAccess {
  return 'unsupported';
}

/** The access as a source of changes: those the browser tells of, and what comes of a request. */
function accessOf(platform: NotificationPlatform): {
  readonly subscribe: (listener: () => void) => () => void;
  readonly request: () => Promise<NotificationAccess>;
} {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      const stop = platform.watchAccess(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    async request() {
      const answer = await platform.request();
      for (const listener of listeners) listener();
      return answer;
    },
  };
}
