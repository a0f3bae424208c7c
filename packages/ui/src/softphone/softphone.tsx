'use client';

import { useSession, useSessions, useSipStore } from '@hookswitch/react-sip';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { ActiveCall } from '../active-call/active-call.tsx';
import { Announcer } from '../announcer/announcer.tsx';
import { callMood } from '../call/call-mood.ts';
import { type NameOf, PartyNamesProvider, usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { CallDetails } from '../call-details/call-details.tsx';
import { CallList } from '../call-list/call-list.tsx';
import { type CallLogEntry, callLogEntry } from '../call-log/call-log-entry.ts';
import { CallLog } from '../call-log/call-log.tsx';
import type { IncomingCallShortcuts } from '../incoming-call/incoming-call-view.tsx';
import { IncomingCall } from '../incoming-call/incoming-call.tsx';
import type { LabelsOverride } from '../labels/labels.ts';
import { LabelsProvider, useLabels, useLanguage } from '../labels/labels-provider.tsx';
import { EndedCallView } from '../ended-call/ended-call-view.tsx';
import { useEndedNotice } from '../ended-call/use-ended-notice.ts';
import type { PhoneSounds } from '../remote-audio/phone-sounds.ts';
import { classNames } from '../theme/class-names.ts';
import { IdleScreen } from './idle-screen.tsx';
import { PhoneHead } from './phone-head.tsx';
import { phoneScreen } from './phone-screen.ts';
import { suggestionsFrom } from './suggestions-from.ts';
import { useDialling } from './use-dialling.ts';
import { useKeepFocus } from './use-keep-focus.ts';

/** Props of {@link Softphone}. */
export interface SoftphoneProps {
  /** Words that replace the English ones, part by part. */
  readonly labels?: LabelsOverride | undefined;
  /** `bar` is one line of 48 px for a header; `auto` fills its place as a widget, a panel or a page. Default `auto`. */
  readonly size?: 'auto' | 'bar';
  /** Older calls, latest first; those of this page come before them by themselves. */
  readonly history?: readonly CallLogEntry[] | undefined;
  /** Finds names in the app's contacts, to show before those that callers give themselves. */
  readonly nameOf?: NameOf | undefined;
  /** Combinations of keys that answer and decline from anywhere in the page; `null` for none. */
  readonly shortcuts?: IncomingCallShortcuts | null | undefined;
  /** Ring, ringback and key tones, such as a `CallSoundPlayer` of sip-core; silent without. */
  readonly sounds?: PhoneSounds | undefined;
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
export function Softphone({ labels, nameOf, ...phone }: SoftphoneProps): ReactElement {
  return (
    <LabelsProvider labels={labels}>
      <PartyNamesProvider nameOf={nameOf}>
        <Phone {...phone} />
      </PartyNamesProvider>
    </LabelsProvider>
  );
}

function Phone({ size = 'auto', history = [], shortcuts, sounds, details, className }: SoftphoneProps): ReactElement {
  const labels = useLabels();
  const language = useLanguage();
  const textOf = usePartyText();
  const root = useRef<HTMLElement>(null);
  const sessions = useSessions();
  const { session: focused } = useSession();
  const finished = useSipStore((state) => state.ended);
  const ended = useEndedNotice();
  const [recent, setRecent] = useState(false);
  const dialling = useDialling(() => {
    setRecent(false);
    ended.dismiss();
  });

  const screen = phoneScreen(sessions, focused?.id ?? null, ended.session);
  useKeepFocus(root, screen.kind);
  const keyTone = (key: string): void => sounds?.key(key);
  const incoming = { shortcuts, onSilence: () => sounds?.silence() };
  const entries = [...finished.map(callLogEntry), ...history];
  const log = <CallLog entries={entries} onCall={({ party }) => dialling.dial(party.uri)} />;
  const ringsToo = screen.kind === 'call' && sessions.some(({ phase }) => phase === 'incoming');
  const spoken =
    screen.kind === 'call' || screen.kind === 'ended'
      ? labels.call.announce(callMood(screen.session), textOf(partyOf(screen.session)).name)
      : '';

  return (
    <section
      ref={root}
      aria-label={labels.phone.region}
      {...language}
      className={classNames('hs-root hs-phone', className)}
      data-size={size}
      data-screen={screen.kind}
    >
      <PhoneHead sounds={sounds} recent={screen.kind === 'idle' ? recent : null} onRecent={() => setRecent(!recent)} />
      <div className="hs-phone__columns">
        <div className="hs-phone__people">
          <h2 className="hs-phone__title">{labels.phone.recent}</h2>
          {log}
        </div>
        <div className="hs-phone__middle">
          {ringsToo && <IncomingCall size="compact" {...incoming} />}
          <CallList />
          <div
            className="hs-phone__stage"
            data-hs-screen={screen.kind}
            data-recent={recent && screen.kind === 'idle' ? '' : undefined}
          >
            {screen.kind === 'idle' && <IdleScreen dialling={dialling} log={log} onKeyTone={keyTone} />}
            {screen.kind === 'incoming' && <IncomingCall {...incoming} />}
            {screen.kind === 'call' && (
              <ActiveCall
                sessionId={screen.session.id}
                suggestions={suggestionsFrom(entries, screen.session, textOf)}
                onKeyTone={keyTone}
              />
            )}
            {screen.kind === 'ended' && (
              <EndedCallView
                key={screen.session.id}
                session={screen.session}
                blocked={!dialling.possible}
                onRedial={() => dialling.dial(screen.session.remote.uri)}
                onDismiss={ended.dismiss}
              />
            )}
          </div>
        </div>
        <aside className="hs-phone__details">
          {screen.kind === 'call' && (details ?? <CallDetails session={screen.session} />)}
        </aside>
      </div>
      <Announcer message={spoken} />
    </section>
  );
}
