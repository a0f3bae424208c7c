'use client';

import { useEffect } from 'react';

/** Something that can be fetched before it is needed. */
export interface Preloadable {
  readonly preload: () => Promise<void>;
}

/** Milliseconds that a page has for itself first. */
const REST = 1000;

/**
 * Fetches parts soon after the first drawing, so that they are there at once when they are needed, also without a network.
 *
 * @param parts - the same array each time
 */
export function usePreload(parts: readonly Preloadable[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // What fails is fetched again when it is drawn.
      for (const part of parts) part.preload().catch(() => undefined);
    }, REST);
    return () => clearTimeout(timer);
  }, [parts]);
}
