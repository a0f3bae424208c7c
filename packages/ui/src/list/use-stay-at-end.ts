import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps a list at its end while that is looked at, however much its content grows. Rows that come into view are laid out,
 * and only then have their height.
 *
 * @param list - what scrolls; its first child is the content
 * @param atEnd - whether the end is looked at
 */
export function useStayAtEnd(list: RefObject<HTMLElement | null>, atEnd: RefObject<boolean>): void {
  useLayoutEffect(() => {
    const { current } = list;
    const content = current?.firstElementChild;
    if (current === null || content === null || content === undefined || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) current.scrollTop = current.scrollHeight;
    });
    observer.observe(content);
    return () => observer.disconnect();
  }, [list, atEnd]);
}
