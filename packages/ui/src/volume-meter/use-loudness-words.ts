'use client';

import { type RefObject, useCallback, useRef } from 'react';
import type { DevicesLabels } from '../labels/devices-labels.ts';
import { useLabels } from '../labels/labels-provider.tsx';

/** Milliseconds between two changes of the words; faster ones only disturb who listens to them. */
const PACE = 1000;

/** What a level between 0 and 1 is called. */
export function loudnessOf(level: number): keyof DevicesLabels['loudness'] {
  if (level < 0.1) return 'silent';
  if (level < 0.4) return 'quiet';
  return level < 0.92 ? 'good' : 'loud';
}

/** Says how loud it is to who cannot see the bar: written on the element itself, so that nothing renders. */
export function useLoudnessWords(bar: RefObject<HTMLElement | null>): (level: number) => void {
  const { loudness } = useLabels().devices;
  const state = useRef({ at: 0, loudest: 0 });
  return useCallback(
    (level) => {
      const now = Date.now();
      const { at, loudest } = state.current;
      const peak = Math.max(level, loudest);
      // Rest is told at once, since nothing comes after it.
      if (now - at < PACE && level > 0) {
        state.current.loudest = peak;
        return;
      }
      state.current = { at: now, loudest: 0 };
      const shown = level === 0 ? 0 : peak;
      bar.current?.setAttribute('aria-valuenow', String(Math.round(100 * shown)));
      bar.current?.setAttribute('aria-valuetext', loudness[loudnessOf(shown)]);
    },
    [bar, loudness],
  );
}
