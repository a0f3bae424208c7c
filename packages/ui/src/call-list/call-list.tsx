'use client';

import { useConference, useConsultation, useSessions, useSipStore, useSwitchLine } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { endedBadly } from '../ended-call/ended-look.ts';
import { useEndedNotice } from '../ended-call/use-ended-notice.ts';
import { LazyCallListView, LazyConsultationBar, LazyFailedCall, LazyRecordingSign } from '../lazy/parts.ts';

/** Props of {@link CallList}. */
export interface CallListProps {
  readonly className?: string | undefined;
}

/**
 * What there is to know of several calls: the line switcher when there are two or more, the bar of a transfer that is
 * being talked over, and why a call that was added came to nothing. Nothing while there is one call alone.
 */
export function CallList({ className }: CallListProps): ReactElement | null {
  const sessions = useSessions((all) => all.filter((session) => session.phase !== 'incoming'));
  const currentId = useSipStore((state) => state.focusedSessionId);
  const { callId, consultationId } = useConsultation();
  const conference = useConference();
  const switchLine = useSwitchLine();
  const { session: ended, dismiss } = useEndedNotice();
  // Those of the transfer stand in its bar.
  const listed = sessions.filter(({ id }) => id !== callId && id !== consultationId);
  const lines = listed.filter(({ id }, index) => index === 0 || !conference.sessionIds.slice(1).includes(id));
  return (
    <>
      {sessions.length > 0 && ended !== null && endedBadly(ended) && (
        <LazyFailedCall session={ended} onDismiss={dismiss} className={className} />
      )}
      {callId !== null && consultationId !== null && <LazyConsultationBar className={className} />}
      {lines.length > (callId === null ? 1 : 0) && (
        <LazyCallListView
          sessions={listed}
          currentId={currentId}
          conference={conference}
          signOf={({ id }) => <LazyRecordingSign key={id} sessionId={id} quiet />}
          onSelect={(id) => start(() => switchLine(id))}
          className={className}
        />
      )}
    </>
  );
}
