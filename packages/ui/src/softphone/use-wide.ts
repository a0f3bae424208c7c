import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels from which the phone is a page: people, call and details beside each other. The style sheet has it, too. */
const pageWidth = 720;

/** Whether an element has room for columns. False where there is no layout, as on a server. */
export function useWide(root: RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => setWide(element.getBoundingClientRect().width >= pageWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return wide;
}
