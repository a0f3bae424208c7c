'use client';

import { CallFailedError, useCall, useConnection, useSession, useSessions, useSipStore } from '@hookswitch/react-sip';
import { errorInfo } from '@hookswitch/sip-core';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { ActiveCall } from '../active-call/active-call.tsx';
import { Announcer } from '../announcer/announcer.tsx';
import { ActionButton } from '../button/action-button.tsx';
import { start } from '../call/call-actions.ts';
import { callMood } from '../call/call-mood.ts';
import { partyOf, partyText } from '../call/party-text.ts';
import { CallDetails } from '../call-details/call-details.tsx';
import { CallList } from '../call-list/call-list.tsx';
import { type CallLogEntry, callLogEntry } from '../call-log/call-log-entry.ts';
import { CallLog } from '../call-log/call-log.tsx';
import { ConnectionBanner } from '../connection-banner/connection-banner.tsx';
import type { DialKey } from '../dialpad/dial-keys.ts';
import { Dialpad } from '../dialpad/dialpad.tsx';
import { EndedCallView } from '../ended-call/ended-call-view.tsx';
import { useEndedNotice } from '../ended-call/use-ended-notice.ts';
import { ErrorNote } from '../error-note/error-note.tsx';
import { HistoryIcon } from '../icons/icons.ts';
import { IncomingCall } from '../incoming-call/incoming-call.tsx';
import type { LabelsOverride } from '../labels/labels.ts';
import { LabelsProvider, useLabels } from '../labels/labels-provider.tsx';
import { RegistrationStatus } from '../registration-status/registration-status.tsx';
import { RemoteAudio } from '../remote-audio/remote-audio.tsx';
import { classNames } from '../theme/class-names.ts';
import { phoneScreen } from './phone-screen.ts';
import { suggestionsFrom } from './suggestions-from.ts';
import { useKeepFocus } from './use-keep-focus.ts';

/** Props of {@link Softphone}. */
export interface SoftphoneProps {
  /** Words that replace the English ones, part by part. */
  readonly labels?: LabelsOverride | undefined;
  /** `bar` is one line of 48 px for a header; `auto` fills its place as a widget, a panel or a page. Default `auto`. */
  readonly size?: 'auto' | 'bar';
  /** Older calls, latest first; those of this page come before them by themselves. */
  readonly history?: readonly CallLogEntry[] | undefined;
  /** Told of each dialpad key, to sound its tone. */
  readonly onKeyTone?: ((key: DialKey) => void) | undefined;
  /** For the details column of a page while a call runs, in place of the kit's own. */
  readonly details?: ReactNode;
  readonly className?: string | undefined;
}

/**
 * A whole telephone. Give it a place, a `SipProvider` above it, and it fits itself in.
 *
 * @example
 * ```tsx
 * <SipProvider options={{ uri: 'sip:alice@example.com', server: 'wss://sip.example.com' }}>
 *   <Softphone />
 * </SipProvider>
 * ```
 */
export function Softphone({ labels, ...phone }: SoftphoneProps): ReactElement {
  return (
    <LabelsProvider labels={labels}>
      <Phone {...phone} />
    </LabelsProvider>
  );
}

function Phone({ size = 'auto', history = [], onKeyTone, details, className }: SoftphoneProps): ReactElement {
  const labels = useLabels();
  const root = useRef<HTMLElement>(null);
  const sessions = useSessions();
  const { session: focused } = useSession();
  const finished = useSipStore((state) => state.ended);
  const { isConnected } = useConnection();
  const { call, error, reset } = useCall();
  const ended = useEndedNotice();
  const [lastNumber, setLastNumber] = useState<string | null>(null);
  const [recent, setRecent] = useState(false);

  const screen = phoneScreen(sessions, focused?.id ?? null, ended.session);
  useKeepFocus(root, screen.kind);
  const place = (target: string): void => {
    setLastNumber(target);
    setRecent(false);
    ended.dismiss();
    start(() => call(target));
  };
  const entries = [...finished.map(callLogEntry), ...history];
  const log = <CallLog entries={entries} onCall={({ party }) => place(party.uri)} />;
  // A call that was placed and then failed has a screen of its own; this is one that could not be placed.
  const refusal = error === null || error instanceof CallFailedError ? null : errorInfo(error);
  const ringsToo = screen.kind === 'call' && sessions.some(({ phase }) => phase === 'incoming');

  return (
    <section
      ref={root}
      aria-label={labels.phone.region}
      className={classNames('hs-root hs-phone', className)}
      data-size={size}
      data-screen={screen.kind}
    >
      <header className="hs-phone__head">
        <RegistrationStatus className="hs-phone__account" />
        {screen.kind === 'idle' && (
          <ActionButton
            className="hs-phone__recent"
            icon={HistoryIcon}
            label={labels.phone.recent}
            tone="plain"
            size="small"
            labelled="hidden"
            pressed={recent}
            onPress={() => setRecent(!recent)}
          />
        )}
      </header>
      <div className="hs-phone__news">
        <ConnectionBanner />
        <RemoteAudio />
      </div>
      <div className="hs-phone__columns">
        <div className="hs-phone__people">
          <h2 className="hs-phone__title">{labels.phone.recent}</h2>
          {log}
        </div>
        <div className="hs-phone__middle">
          {ringsToo && <IncomingCall size="compact" />}
          <CallList />
          <div
            className="hs-phone__stage"
            data-hs-screen={screen.kind}
            data-recent={recent && screen.kind === 'idle' ? '' : undefined}
          >
            {screen.kind === 'call' && (
              <ActiveCall sessionId={screen.session.id} suggestions={suggestionsFrom(entries, screen.session)} />
            )}
            {screen.kind === 'incoming' && <IncomingCall />}
            {screen.kind === 'ended' && (
              <EndedCallView
                key={screen.session.id}
                session={screen.session}
                blocked={!isConnected}
                onRedial={() => place(screen.session.remote.uri)}
                onDismiss={ended.dismiss}
              />
            )}
            {screen.kind === 'idle' && (
              <>
                <div className="hs-phone__log">{log}</div>
                <Dialpad
                  lastNumber={lastNumber}
                  blocked={isConnected ? null : labels.dialpad.notConnected}
                  note={refusal !== null && <ErrorNote error={refusal} />}
                  onValueChange={refusal === null ? undefined : reset}
                  onKeyTone={onKeyTone}
                  onCall={place}
                />
              </>
            )}
          </div>
        </div>
        <aside className="hs-phone__details">
          {screen.kind === 'call' && (details ?? <CallDetails session={screen.session} />)}
        </aside>
      </div>
      <Announcer
        message={
          screen.kind === 'idle' || screen.kind === 'incoming'
            ? ''
            : labels.call.announce(
                callMood(screen.session),
                partyText(partyOf(screen.session), labels.call.unknown).name,
              )
        }
      />
    </section>
  );
}
