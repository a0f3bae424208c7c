'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Notice, type Notices, noticesOf } from '../live/notices.ts';
import { useBinding } from '../provider/sip-context.ts';

/** What {@link useNotices} returns. */
export interface UseNoticesReturnType extends Pick<Notices, 'dismiss' | 'clear'> {
  /** What a person should know about, oldest first, twenty at the most. */
  readonly notices: readonly Notice[];
}

/**
 * What went wrong, for a person to read: registration failed, call failed, connection lost, trouble with the microphone.
 * What happens again is counted rather than said twice; what is well again goes away by itself.
 *
 * @example
 * ```tsx
 * const { notices, dismiss } = useNotices();
 * return notices.map((notice) => (
 *   <p key={notice.id} role="alert">
 *     {notice.kind === 'CALL_FAILED' ? notice.cause.code : notice.kind}
 *     <button onClick={() => dismiss(notice.id)}>Close</button>
 *   </p>
 * ));
 * ```
 */
export function useNotices(): UseNoticesReturnType {
  const store = noticesOf(useBinding());
  const notices = useStore(store);
  const { dismiss, clear } = store;
  return useMemo(() => ({ notices, dismiss, clear }), [notices, dismiss, clear]);
}
