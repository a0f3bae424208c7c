'use client';

import {
  CallFailedError,
  type RecordingOptions,
  useAddCall,
  useConference,
  useConsultation,
  useSession,
  useVideo,
} from '@hookswitch/react-sip';
import { errorInfo } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import type { CallPanel } from '../call-controls/call-controls.tsx';
import type { DialKey } from '../dialpad/dial-keys.ts';
import { RecordButton } from '../recording/record-button.tsx';
import { ScreenShareButton } from '../video/screen-share-button.tsx';
import { VideoButton } from '../video/video-button.tsx';
import {
  LazyCallVideo,
  LazyConferencePanel,
  LazyDevicePicker,
  LazyPauseRecordingButton,
  LazyQualityBadge,
  LazyRecordingSign,
} from '../lazy/parts.ts';
import type { TransferSuggestion } from '../transfer-panel/transfer-panel.tsx';
import { ActiveCallView } from './active-call-view.tsx';
import { useLines } from './use-lines.ts';

/** Props of {@link ActiveCall}. */
export interface ActiveCallProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  readonly initialPanel?: CallPanel | null;
  /** Told of each key of the keypad, to sound its tone. */
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
  /** People offered when the call is transferred. */
  readonly suggestions?: readonly TransferSuggestion[] | undefined;
  /** How calls are recorded, and `onConsent`, which is asked first; `null` for a phone that does not record. */
  readonly recording?: RecordingOptions | null | undefined;
  readonly className?: string | undefined;
}

/**
 * The call that runs, from dialling to hanging up; nothing while there is none. A call of a conference is shown as the
 * conference.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><ActiveCall /></SipProvider>
 * ```
 */
export function ActiveCall({
  sessionId,
  initialPanel = null,
  recording,
  ...rest
}: ActiveCallProps): ReactElement | null {
  const { session, ...actions } = useSession(sessionId);
  const { addCall, pending: adding, error: addError } = useAddCall();
  const { consult } = useConsultation(session?.id ?? null);
  const { sessionIds, merge } = useConference();
  const lines = useLines(session?.id ?? null);
  const video = useVideo(session?.id ?? null);
  if (session !== null && sessionIds.includes(session.id)) {
    return <LazyConferencePanel suggestions={rest.suggestions} className={rest.className} />;
  }
  if (session === null || session.phase === 'ended' || session.phase === 'incoming') return null;
  // A call that was placed and then failed is told of where calls end.
  const refusal = addError === null || addError instanceof CallFailedError ? null : errorInfo(addError);
  return (
    <ActiveCallView
      key={session.id}
      session={session}
      actions={{
        ...actions,
        addCall,
        consult,
        transferToLine: (other) => actions.transfer({ sessionId: other }),
        mergeWith: (other) => merge([session.id, other]),
      }}
      lines={lines}
      adding={{ pending: adding, error: refusal }}
      initialPanel={initialPanel}
      stage={(video.remote || video.local !== 'off' || video.offered) && <LazyCallVideo sessionId={session.id} />}
      sign={
        <>
          <LazyRecordingSign sessionId={session.id} />
          <LazyPauseRecordingButton sessionId={session.id} />
        </>
      }
      more={{
        record: recording !== null && <RecordButton sessionId={session.id} options={recording} />,
        video: <VideoButton sessionId={session.id} />,
        share: <ScreenShareButton sessionId={session.id} className="hs-controls__share" />,
      }}
      quality={<LazyQualityBadge sessionId={session.id} className="hs-call__quality" />}
      devices={<LazyDevicePicker camera={session.media.video !== null} />}
      {...rest}
    />
  );
}
