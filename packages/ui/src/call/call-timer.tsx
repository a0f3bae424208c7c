'use client';

import type { ReactElement } from 'react';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { formatDuration } from './format-duration.ts';
import { useSecondsFrom } from './use-now.ts';

/** Props of {@link CallTimer}. */
export interface CallTimerProps {
  /** When the count began, milliseconds since the epoch. */
  readonly since: number;
}

/** How long a call has lasted. The only thing that renders each second. */
export function CallTimer({ since }: CallTimerProps): ReactElement {
  const seconds = useSecondsFrom(since);
  return (
    <span className="hs-timer" role="timer" aria-live="off" aria-label={useCallLabels().elapsed}>
      {formatDuration(seconds * 1000)}
    </span>
  );
}
