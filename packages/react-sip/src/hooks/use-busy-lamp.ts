'use client';

import { type DialogEntry, DialogInfoTracker, type ErrorInfo, followState } from '@hookswitch/sip-core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type CallPickup, callPickupOf } from '../live/call-pickup.ts';
import { watchOf, type WatchKind } from '../live/watch.ts';
import { useBinding } from '../provider/sip-context.ts';

/** Whose lamp: an address, a name or number of our own domain; `null` is nobody's. */
export type UseBusyLampParameters = string | null;

/** What {@link useBusyLamp} returns. */
export interface UseBusyLampReturnType {
  /** `unknown` while nobody tells; `ringing` while a call comes in there and none is answered. */
  readonly lamp: 'unknown' | 'idle' | 'ringing' | 'busy';
  /** Their calls, as far as we may know. */
  readonly dialogs: readonly DialogEntry[];
  /** What to call to take a call that rings there; `null` where none does or the server does not say enough. */
  readonly pickup: CallPickup | null;
  /** Why we were refused. */
  readonly error: ErrorInfo | null;
}

/**
 * Whether somebody is on the phone (dialog event package, RFC 4235).
 *
 * @param target - whose lamp
 * @example
 * ```tsx
 * const { lamp, pickup } = useBusyLamp('bob');
 * const { call } = useCall();
 * const press = () => void (pickup === null ? call('bob') : call(pickup.target, pickup.options));
 * return <button data-lamp={lamp} onClick={press}>Bob</button>;
 * ```
 */
export function useBusyLamp(target: UseBusyLampParameters): UseBusyLampReturnType {
  const { told, subscription, error } = useStore(watchOf(useBinding(), target, DIALOGS));
  const dialogs = subscription?.state === 'Subscribed' ? told : null;
  return useMemo(
    () => ({ lamp: lampOf(dialogs), dialogs: dialogs ?? [], pickup: callPickupOf(dialogs ?? []), error }),
    [dialogs, error],
  );
}

const DIALOGS: WatchKind<readonly DialogEntry[]> = {
  ...{ name: 'lamp', event: 'dialog' },
  follow: (subscriber, tell) => {
    followState(
      subscriber,
      () => new DialogInfoTracker(),
      (states) => tell(states.flatMap(({ dialogs }) => dialogs)),
    );
  },
};

function lampOf(dialogs: readonly DialogEntry[] | null): UseBusyLampReturnType['lamp'] {
  if (dialogs === null) return 'unknown';
  if (dialogs.length === 0) return 'idle';
  return dialogs.every(({ state, direction }) => state !== 'confirmed' && direction !== 'initiator')
    ? 'ringing'
    : 'busy';
}
