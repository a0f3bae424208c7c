'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import type { NotificationPlatform } from './notification-platform.ts';

/** What a notification is about. */
export type CallNotificationKind = 'incoming' | 'missed';

/** The words of a notification. Names come from the network: they are shown as text. */
export type CallNotificationWords = (
  call: SessionSnapshot,
  kind: CallNotificationKind,
) => { readonly title: string; readonly body: string };

/** What {@link notifyCalls} is told. */
export interface NotifyCallsOptions {
  readonly words: CallNotificationWords;
  readonly icon: string | undefined;
}

/**
 * Shows a notification for each call that rings while the page is hidden, takes it away when it rings no more, and
 * shows another when it was missed.
 *
 * @param options - read anew for each notification
 * @returns what ends it, and takes away what rings
 */
export function notifyCalls(
  { store }: UABinding,
  platform: NotificationPlatform,
  options: () => NotifyCallsOptions,
): () => void {
  const shown = new Map<string, () => void>();
  const show = (call: SessionSnapshot, kind: CallNotificationKind): (() => void) | undefined => {
    if (platform.access() !== 'granted') return undefined;
    const { words, icon } = options();
    const missed = kind === 'missed';
    try {
      return platform.show({
        ...words(call, kind),
        tag: missed ? `hookswitch-missed-${call.remote.uri}` : `hookswitch-${call.id}`,
        sticky: !missed,
        icon,
        onClick() {
          platform.focusPage();
          store.focus(call.id);
        },
      });
    } catch {
      // Some browsers of telephones want a service worker for it; the call rings all the same.
      return undefined;
    }
  };
  const ringing = new Map<string, SessionSnapshot>();
  const look = (): void => {
    const { sessions, sessionIds, ended } = store.getState();
    const hidden = platform.isHidden();
    for (const id of sessionIds) {
      const call = sessions[id];
      if (call?.phase !== 'incoming') continue;
      ringing.set(id, call);
      if (!hidden || shown.has(id)) continue;
      const close = show(call, 'incoming');
      if (close !== undefined) shown.set(id, close);
    }
    for (const id of ringing.keys()) {
      if (sessions[id]?.phase === 'incoming') continue;
      ringing.delete(id);
      shown.get(id)?.();
      shown.delete(id);
      const over = ended.find((call) => call.id === id);
      if (hidden && over !== undefined && wasMissed(over)) show(over, 'missed');
    }
  };
  const stops = [store.subscribe(look), platform.watchHidden(look)];
  look();
  return () => {
    for (const stop of stops) stop();
    for (const close of shown.values()) close();
  };
}

/** Whether nobody took the call: it was neither answered, here or elsewhere, nor turned down here. */
function wasMissed({ answeredAt, cause }: SessionSnapshot): boolean {
  if (answeredAt !== null || cause === null) return false;
  return cause.code === 'NO_ANSWER' || (cause.by !== 'local' && cause.code !== 'ANSWERED_ELSEWHERE');
}
