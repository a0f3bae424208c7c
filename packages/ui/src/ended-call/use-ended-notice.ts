'use client';

import { useRecording, useSipStore, useSipStoreApi } from '@hookswitch/react-sip';
import { useEffect, useState } from 'react';
import type { SessionSnapshot } from '../snapshots.ts';
import { endedBadly } from './ended-look.ts';

/** How long an ordinary ending stays on the screen, in milliseconds. */
const endedTime = 3000;

/** What {@link useEndedNotice} returns. */
export interface EndedNotice {
  /** The call that has just ended; `null` when there is nothing to show any more. */
  readonly session: SessionSnapshot | null;
  readonly dismiss: () => void;
}

/**
 * The call that ended last, for three seconds. One that failed stays until it is dismissed, because its words have to
 * be read, and so does one that was recorded, because that has to be saved; calls that had ended before the component appeared are not shown.
 */
export function useEndedNotice(): EndedNotice {
  const latest = useSipStore((state) => state.ended[0] ?? null);
  const store = useSipStoreApi();
  const [dismissed, setDismissed] = useState({ store, id: latest?.id ?? null });
  // What ended on an account that was not in use is no news when it is.
  if (dismissed.store !== store) setDismissed({ store, id: latest?.id ?? null });
  const shown = latest !== null && latest.id !== dismissed.id ? latest : null;
  const recorded = useRecording(shown?.id ?? null).files.length > 0;
  useEffect(() => {
    if (shown === null || recorded || endedBadly(shown)) return;
    const timer = setTimeout(() => setDismissed({ store, id: shown.id }), endedTime);
    return () => clearTimeout(timer);
  }, [shown, recorded, store]);
  return { session: shown, dismiss: () => setDismissed({ store, id: latest?.id ?? null }) };
}
