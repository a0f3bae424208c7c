'use client';

import { useIncomingSession } from '@hookswitch/react-sip';
import { type ReactElement, useState } from 'react';
import { start } from '../call/call-actions.ts';
import type { Divert } from './divert.ts';
import { type IncomingCallShortcuts, IncomingCallView } from './incoming-call-view.tsx';
import { useHoldAndAnswer } from './use-hold-and-answer.ts';

/** Props of {@link IncomingCall}. */
export interface IncomingCallProps {
  readonly size?: 'full' | 'compact';
  /** Which of our accounts is called, where a person has several. */
  readonly line?: string | undefined;
  /** Told when the person silences the ringing. */
  readonly onSilence?: ((sessionId: string) => void) | undefined;
  /** Combinations of keys that answer and decline from anywhere in the page; `null` for none. */
  readonly shortcuts?: IncomingCallShortcuts | null | undefined;
  /** Where calls can be sent instead of being taken, such as a mailbox: `[{ target: '700' }]`. Default nowhere. */
  readonly diverts?: readonly Divert[] | undefined;
  readonly className?: string | undefined;
}

/**
 * The call that has been ringing here longest; nothing while none does. Answers with sound or with a picture, after
 * holding or ending the call that talks; declines, says busy, or sends it elsewhere.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><IncomingCall /></SipProvider>
 * ```
 */
export function IncomingCall({
  size = 'full',
  line,
  onSilence,
  shortcuts,
  diverts,
  className,
}: IncomingCallProps): ReactElement | null {
  const { session, decline, redirect } = useIncomingSession();
  const { holds, answer, answerWithVideo, endAndAnswer } = useHoldAndAnswer(session?.id ?? null);
  const [silencedId, setSilencedId] = useState<string | null>(null);
  if (session === null) return null;
  return (
    <IncomingCallView
      key={session.id}
      session={session}
      size={size}
      line={line}
      holds={holds}
      silenced={silencedId === session.id}
      onAnswer={() => start(answer)}
      onDecline={() => start(decline)}
      onAnswerVideo={() => start(answerWithVideo)}
      onEndAndAnswer={() => start(endAndAnswer)}
      onBusy={() => start(() => decline({ statusCode: 486 }))}
      diverts={diverts}
      onDivert={(target) => start(() => redirect(target))}
      onSilence={() => {
        setSilencedId(session.id);
        onSilence?.(session.id);
      }}
      {...(shortcuts === undefined ? {} : { shortcuts })}
      className={className}
    />
  );
}
