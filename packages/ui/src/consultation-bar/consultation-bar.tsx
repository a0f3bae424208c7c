'use client';

import { useConference, useConsultation, useSession } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { Announcer } from '../announcer/announcer.tsx';
import { start } from '../call/call-actions.ts';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useConsultationLabels } from '../labels/hooks/use-consultation-labels.ts';
import { ConsultationBarView } from './consultation-bar-view.tsx';

/** Props of {@link ConsultationBar}. */
export interface ConsultationBarProps {
  readonly className?: string | undefined;
}

/**
 * The transfer that is being talked over in the focused call; nothing while there is none.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><ConsultationBar /><ActiveCall /></SipProvider>
 * ```
 */
export function ConsultationBar({ className }: ConsultationBarProps): ReactElement | null {
  const { callId, consultationId, status, error, swap, complete, cancel } = useConsultation();
  const { session: waiting } = useSession(callId);
  const { session: asked } = useSession(consultationId);
  const { merge } = useConference();
  const { announce } = useConsultationLabels();
  const textOf = usePartyText();
  if (waiting === null || asked === null) return null;
  return (
    <>
      <ConsultationBarView
        waiting={waiting}
        asked={asked}
        completing={status === 'completing'}
        error={error}
        onSwap={() => start(swap)}
        onMerge={() => start(() => merge([waiting.id, asked.id]))}
        onComplete={() => start(complete)}
        onCancel={() => start(cancel)}
        className={className}
      />
      <Announcer
        message={status === 'talking' ? announce(textOf(partyOf(waiting)).name, textOf(partyOf(asked)).name) : ''}
      />
    </>
  );
}
