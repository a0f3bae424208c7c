'use client';

import { useSessions } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActiveCall, type ActiveCallProps } from '../active-call/active-call.tsx';

/** Props of {@link OutgoingCall}. */
export type OutgoingCallProps = Omit<ActiveCallProps, 'sessionId' | 'initialPanel'>;

/**
 * The call that we placed last and that is not answered yet: dialling, ringing at theirs, or with something to be heard
 * on the line, and the way to take it back. Nothing once it is answered; `ActiveCall` shows it before and after.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><OutgoingCall /></SipProvider>
 * ```
 */
export function OutgoingCall(props: OutgoingCallProps): ReactElement | null {
  const ids = useSessions((all) =>
    all
      .filter(
        ({ direction, answeredAt, phase }) => direction === 'outgoing' && answeredAt === null && phase !== 'ended',
      )
      .map(({ id }) => id),
  );
  const id = ids.at(-1);
  return id === undefined ? null : <ActiveCall sessionId={id} {...props} />;
}
