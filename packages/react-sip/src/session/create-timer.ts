'use client';

import type { Clock, TimerHandle } from '@hookswitch/sip-core';
import type { StoreApi } from 'zustand/vanilla';

const SECOND = 1000;

/** Whole seconds since a moment, in the shape of a store: readable at any time, and telling of each new second. */
export type Timer = Pick<StoreApi<number | null>, 'getState' | 'getInitialState' | 'subscribe'>;

/**
 * Makes a timer that ticks on whole seconds counted from `startedAt`. It reads the clock at each tick, so it does not
 * drift, nor lag behind after the page was asleep.
 *
 * @param clock - the one that the other two are told by
 * @param startedAt - milliseconds since the epoch; `null` before the start
 * @param endedAt - milliseconds since the epoch; `null` while it runs
 */
export function createTimer(clock: Clock, startedAt: number | null, endedAt: number | null): Timer {
  const elapsed = (): number => Math.max(0, (endedAt ?? clock.now()) - (startedAt ?? 0));
  const read = (): number | null => (startedAt === null ? null : Math.floor(elapsed() / SECOND));
  return {
    getState: read,
    // The server's clock is another one, so both sides begin at nought.
    getInitialState: () => (startedAt === null ? null : 0),
    subscribe(listener) {
      if (startedAt === null || endedAt !== null) return () => undefined;
      let timer: TimerHandle | undefined;
      let last = read();
      const arm = (): void => {
        timer = clock.setTimeout(tick, SECOND - (elapsed() % SECOND));
      };
      const tick = (): void => {
        arm();
        const before = last;
        last = read();
        listener(last, before);
      };
      arm();
      return () => {
        clock.clearTimeout(timer);
      };
    },
  };
}
