'use client';

import { useConference, useConsultation, useSessions } from '@hookswitch/react-sip';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { useConferenceLabels } from '../labels/hooks/use-conference-labels.ts';
import type { TransferLine } from '../transfer-panel/transfer-panel.tsx';

/**
 * The other calls that a call can be connected or joined with: those that are up, a conference as one. None while
 * somebody is asked, which has its own buttons for that.
 */
export function useLines(id: string | null): readonly TransferLine[] {
  const { group } = useConferenceLabels();
  const textOf = usePartyText();
  const { sessionIds } = useConference();
  const { status } = useConsultation(id);
  const up = useSessions((all) => all.filter((session) => session.phase === 'established' && session.id !== id));
  if (status !== 'none') return [];
  const [first] = sessionIds;
  const single = up.filter((session) => !sessionIds.includes(session.id));
  const lines = single.map((session) => ({ id: session.id, name: textOf(partyOf(session)).name }));
  return first === undefined ? lines : [...lines, { id: first, name: group, conference: true }];
}
