'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { DevicesLabels } from '../labels/devices-labels.ts';
import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';

/** Milliseconds between two changes of the words; faster ones only disturb who listens to them. */
const PACE = 1000;

/** What a level between 0 and 1 is called. */
export function loudnessOf(level: number): keyof DevicesLabels['loudness'] {
  if (level < 0.1) return 'silent';
  if (level < 0.4) return 'quiet';
  return level < 0.92 ? 'good' : 'loud';
}

/**
 * Says how loud it is to who cannot see the bar: the loudest of each second, written on the element itself, so that
 * nothing renders.
 */
export function useLoudnessWords(bar: RefObject<HTMLElement | null>): (level: number) => void {
  const { loudness } = useDevicesLabels();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const heard = useRef<{ readonly last: number; readonly loudest: number } | null>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback(
    (level) => {
      heard.current = { last: level, loudest: Math.max(level, heard.current?.loudest ?? 0) };
      if (timer.current !== undefined) return;
      tell();

      function tell(): void {
        timer.current = undefined;
        if (heard.current === null) return;
        const { last, loudest } = heard.current;
        // At rest nothing comes any more that could take the loudest moment back.
        const shown = last === 0 ? 0 : loudest;
        heard.current = null;
        bar.current?.setAttribute('aria-valuenow', String(Math.round(100 * shown)));
        bar.current?.setAttribute('aria-valuetext', loudness[loudnessOf(shown)]);
        timer.current = setTimeout(tell, PACE);
      }
    },
    [bar, loudness],
  );
}
