import { type RefObject, useEffect, useState } from 'react';

/** Milliseconds that a row has to be in view before it counts, so that scrolling past starts nothing. */
const dwell = 200;

/** Whether an element can be seen. Where that cannot be told, it counts as seen. */
export function useInView(element: RefObject<Element | null>): boolean {
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    if (typeof IntersectionObserver === 'undefined') {
      timer = setTimeout(() => setInView(true), 0);
      return () => clearTimeout(timer);
    }
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.at(-1)?.isIntersecting === true;
      clearTimeout(timer);
      if (seen) timer = setTimeout(() => setInView(true), dwell);
      else setInView(false);
    });
    observer.observe(current);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return inView;
}
