'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { NextFrame } from '../session/paint-level.ts';

/** Begins to paint, and returns what ends it. */
export type StartPainting = (paint: (level: number) => void, nextFrame: NextFrame) => () => void;

/**
 * What paints a level on an element, at the frames of the window it is in.
 *
 * @param variable - the CSS variable to write; default `--level`
 * @param onLevel - told each level, too
 */
export function useBrush(
  ref: RefObject<HTMLElement | null>,
  variable: `--${string}` = '--level',
  onLevel?: (level: number) => void,
): (start: StartPainting) => (() => void) | undefined {
  const told = useRef(onLevel);
  useEffect(() => {
    told.current = onLevel;
  });
  return useCallback(
    (start) => {
      const element = ref.current;
      const view = element?.ownerDocument.defaultView;
      if (element === null || view === null || view === undefined) return undefined;
      const paint = (level: number): void => {
        element.style.setProperty(variable, level.toFixed(3));
        told.current?.(level);
      };
      return start(paint, (draw) => {
        const frame = view.requestAnimationFrame(draw);
        return () => view.cancelAnimationFrame(frame);
      });
    },
    [ref, variable],
  );
}
