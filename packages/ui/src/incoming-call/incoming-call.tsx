'use client';

import { useIncomingSession } from '@hookswitch/react-sip';
import { type ReactElement, useState } from 'react';
import { start } from '../call/call-actions.ts';
import { type IncomingCallShortcuts, IncomingCallView } from './incoming-call-view.tsx';
import { useHoldAndAnswer } from './use-hold-and-answer.ts';

/** Props of {@link IncomingCall}. */
export interface IncomingCallProps {
  readonly size?: 'full' | 'compact';
  /** Told when the person silences the ringing. */
  readonly onSilence?: ((sessionId: string) => void) | undefined;
  /** Combinations of keys that answer and decline from anywhere in the page; `null` for none. */
  readonly shortcuts?: IncomingCallShortcuts | null | undefined;
  readonly className?: string | undefined;
}

/**
 * The call that has been ringing here longest; nothing while none does.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><IncomingCall /></SipProvider>
 * ```
 */
export function IncomingCall({
  size = 'full',
  onSilence,
  shortcuts,
  className,
}: IncomingCallProps): ReactElement | null {
  const { session, decline } = useIncomingSession();
  const { holds, answer } = useHoldAndAnswer(session?.id ?? null);
  const [silencedId, setSilencedId] = useState<string | null>(null);
  if (session === null) return null;
  return (
    <IncomingCallView
      key={session.id}
      session={session}
      size={size}
      holds={holds}
      silenced={silencedId === session.id}
      onAnswer={() => start(answer)}
      onDecline={() => start(decline)}
      onSilence={() => {
        setSilencedId(session.id);
        onSilence?.(session.id);
      }}
      {...(shortcuts === undefined ? {} : { shortcuts })}
      className={className}
    />
  );
}
