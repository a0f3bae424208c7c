'use client';

import { type ReactElement, useEffect, useState } from 'react';

/** Props of {@link Announcer}. */
export interface AnnouncerProps {
  /** What to say; saying it again needs another text in between. */
  readonly message: string;
  /** Interrupts what is being said; default false. */
  readonly urgent?: boolean;
  /** Milliseconds without a new message before it is said, so that quick changes are said once. Default 1000, urgent 0. */
  readonly delay?: number;
}

/** Says things to screen readers, and shows nothing. */
export function Announcer({ message, urgent = false, delay = urgent ? 0 : 1000 }: AnnouncerProps): ReactElement {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(message), delay);
    return () => clearTimeout(timer);
  }, [message, delay]);
  return (
    <div
      className="hs-hidden"
      role={urgent ? 'alert' : 'status'}
      aria-live={urgent ? 'assertive' : 'polite'}
      aria-atomic="true"
    >
      {said}
    </div>
  );
}
