import { type RefObject, useEffect, useRef, useState } from 'react';

/** How many rows are drawn at first, and how many more whenever the end comes near. */
const step = 60;

/** What {@link useGrowingList} returns. */
export interface GrowingList<Item> {
  readonly shown: readonly Item[];
  /** For an element after the last row, which is looked for in the view; `null` when all are shown. */
  readonly end: RefObject<HTMLDivElement | null> | null;
}

/**
 * Draws a long list piece by piece, as it is scrolled: a thousand rows take no longer to open than sixty.
 *
 * @param key - names the list; another one begins at its beginning
 */
export function useGrowingList<Item>(items: readonly Item[], key: string): GrowingList<Item> {
  const [drawn, setDrawn] = useState({ key, count: step });
  const count = drawn.key === key ? drawn.count : step;
  const end = useRef<HTMLDivElement>(null);
  const more = items.length > count;
  useEffect(() => {
    const element = end.current;
    if (!more || element === null) return;
    const grow = (): void => setDrawn({ key, count: count + step });
    if (typeof IntersectionObserver === 'undefined') {
      const timer = setTimeout(grow, 0);
      return () => clearTimeout(timer);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) grow();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [more, key, count]);
  return { shown: more ? items.slice(0, count) : items, end: more ? end : null };
}
