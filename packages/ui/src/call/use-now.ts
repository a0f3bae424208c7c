import { useCallback, useSyncExternalStore } from 'react';

const noWatch = (): (() => void) => () => undefined;

/**
 * The time in whole seconds counted from `origin`, and a render when it changes.
 *
 * @param origin - milliseconds since the epoch; `null` stops the clock and returns 0
 * @returns seconds since `origin`, negative before it
 */
export function useSecondsFrom(origin: number | null): number {
  const subscribe = useCallback(
    (tick: () => void) => {
      if (origin === null) return noWatch();
      let timer: ReturnType<typeof setTimeout>;
      const arm = (): void => {
        // A little after the full second, so that rounding never shows the old one twice.
        const past = (((Date.now() - origin) % 1000) + 1000) % 1000;
        timer = setTimeout(() => {
          tick();
          arm();
        }, 1005 - past);
      };
      arm();
      return () => clearTimeout(timer);
    },
    [origin],
  );
  const read = (): number => (origin === null ? 0 : Math.floor((Date.now() - origin) / 1000));
  return useSyncExternalStore(subscribe, read, () => 0);
}

/** Seconds left until a moment, never below 0; `null` where there is no moment. */
export function useSecondsUntil(moment: number | null): number | null {
  const seconds = useSecondsFrom(moment);
  return moment === null ? null : Math.max(0, -seconds);
}
