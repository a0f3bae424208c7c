'use client';

import { useCall } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { SavedRecordings } from '../recording/saved-recordings.tsx';
import { EndedCallView } from './ended-call-view.tsx';
import { useEndedNotice } from './use-ended-notice.ts';

/** Props of {@link EndedCall}. */
export interface EndedCallProps {
  readonly className?: string | undefined;
}

/** The call that has just ended, for three seconds or, when it failed, until it is closed; then nothing. */
export function EndedCall({ className }: EndedCallProps): ReactElement | null {
  const { session, dismiss } = useEndedNotice();
  const { call } = useCall();
  if (session === null) return null;
  const redial = (): void => {
    dismiss();
    start(() => call(session.remote.uri));
  };
  return (
    <EndedCallView key={session.id} session={session} onRedial={redial} onDismiss={dismiss} className={className}>
      <SavedRecordings sessionId={session.id} />
    </EndedCallView>
  );
}
