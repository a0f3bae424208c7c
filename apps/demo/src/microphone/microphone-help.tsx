import { useSipStore } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { Notice } from '../parts/notice.tsx';
import { words } from '../words.ts';
import { useMicrophonePermission } from './use-microphone-permission.ts';

/** Props of {@link MicrophoneHelp}. */
export interface MicrophoneHelpProps {
  /** Signs in again with a test tone in the microphone's place. */
  readonly onUseTone: () => void;
}

/** What to do about a microphone that may not be used; nothing while all is well. */
export function MicrophoneHelp({ onUseTone }: MicrophoneHelpProps): ReactElement | null {
  const permission = useMicrophonePermission();
  const refused = useSipStore(({ ended, sessionIds, sessions }) => {
    const latest = sessionIds.map((id) => sessions[id]).find((session) => session?.lastError?.code === 'MEDIA_DENIED');
    return latest !== undefined || (sessionIds.length === 0 && ended[0]?.cause?.code === 'MEDIA_DENIED');
  });
  const busy = useSipStore(({ sessionIds }) => sessionIds.length > 0);
  const useTone = (
    <button type="button" className="app-button" disabled={busy} onClick={onUseTone}>
      {words.microphone.useTone}
    </button>
  );
  if (permission === 'unsupported') {
    return (
      <Notice what={words.microphone.missing} next={words.microphone.missingMeaning}>
        {useTone}
      </Notice>
    );
  }
  if (permission !== 'denied' && !(refused && permission !== 'granted')) return null;
  return (
    <Notice what={words.microphone.blocked} next={words.microphone.blockedMeaning}>
      <ol className="app-steps">
        {words.microphone.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {useTone}
    </Notice>
  );
}
