import { useEffect, useState } from 'react';

/** How long a button that has just appeared ignores presses, in milliseconds. */
const armingTime = 500;

/**
 * False for a moment after mounting, so that a key or a double click meant for what was there before does not act on
 * what has just appeared.
 */
export function useArmed(time: number = armingTime): boolean {
  const [armed, setArmed] = useState(time <= 0);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), time);
    return () => clearTimeout(timer);
  }, [time]);
  return armed;
}
