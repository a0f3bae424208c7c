'use client';

import { useAccounts, useMessages, useSession, useSessions } from '@hookswitch/react-sip';
import { useOptionalPhoneStorage } from '@hookswitch/react-sip/storage';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { ActiveCall, type ActiveCallProps } from '../active-call/active-call.tsx';
import { Announcer } from '../announcer/announcer.tsx';
import { callMood } from '../call/call-mood.ts';
import { type NameOf, usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { usePhoneHistory } from '../call-history/use-phone-history.ts';
import type { CallLogEntry } from '../call-log/call-log-entry.ts';
import type { IncomingCallShortcuts } from '../incoming-call/incoming-call-view.tsx';
import type { Divert } from '../incoming-call/divert.ts';
import { IncomingCall } from '../incoming-call/incoming-call.tsx';
import type { LabelsOverride } from '../labels/labels.ts';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import { useCallLabels } from '../labels/hooks/use-call-labels.ts';
import { usePhoneLabels } from '../labels/hooks/use-phone-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import {
  callParts,
  LazyCallDetails,
  LazyCallList,
  LazyCallQuality,
  LazyEndedCall,
  LazyOtherAccounts,
  LazyPhoneBackground,
  LazyReturnStrip,
  LazySavedRecordings,
  phoneParts,
} from '../lazy/parts.ts';
import { usePreload } from '../lazy/use-preload.ts';
import { useEndedNotice } from '../ended-call/use-ended-notice.ts';
import { UnsavedRecordings } from '../recording/unsaved-recordings.tsx';
import type { PhoneSounds } from '../remote-audio/phone-sounds.ts';
import { usePhoneSounds } from '../remote-audio/use-phone-sounds.ts';
import { useDoNotDisturb } from '../settings/use-do-not-disturb.ts';
import { classNames } from '../theme/class-names.ts';
import { IdleScreen } from './idle-screen.tsx';
import { KnownNames } from './known-names.tsx';
import { PhoneAccounts, type PhoneAccountsProps } from './phone-accounts.tsx';
import { PhoneHead } from './phone-head.tsx';
import { phoneScreen } from './phone-screen.ts';
import { SectionBar } from './section-bar.tsx';
import { SectionContent } from './section-content.tsx';
import { allSections, idOf, type PhoneSection } from './sections.ts';
import { suggestionsFrom } from './suggestions-from.ts';
import { useDialling } from './use-dialling.ts';
import { useKeepFocus } from './use-keep-focus.ts';
import { useMailbox } from './use-mailbox.ts';
import { useNavigation } from './use-navigation.ts';
import { useTyping } from './use-typing.ts';
import { useWide } from './use-wide.ts';

/** Props of {@link Softphone}. */
export interface SoftphoneProps extends PhoneAccountsProps {
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
  /** Ring, ringback and key tones in place of the phone's own, such as a `CallSoundPlayer`; `null` is silence. */
  readonly sounds?: PhoneSounds | null | undefined;
  /** For the details column of a page while a call runs, in place of the kit's own. */
  readonly details?: ReactNode;
  /** The sections beside the calls, in their order; the phone's own by their names. Default all of them; contacts need a `PhoneStorageProvider`. */
  readonly sections?: readonly PhoneSection[] | undefined;
  /** What to call to hear voicemail where the server does not say; `false` asks the server for none. */
  readonly voicemail?: string | false | undefined;
  /** Where calls that come in can be sent, such as the mailbox: `[{ target: '700' }]`. Default nowhere. */
  readonly diverts?: readonly Divert[] | undefined;
  /** How calls are recorded, and `onConsent`, which is asked first; `null` for a phone that does not record. */
  readonly recording?: ActiveCallProps['recording'];
  /** Whether calls can be placed with a picture from the dialpad; default true. */
  readonly video?: boolean | undefined;
  readonly className?: string | undefined;
}

/**
 * A whole telephone. Give it a place and an account, and it fits itself in. Without `account` and `accounts` it uses the
 * `SipProvider` around it.
 *
 * @example
 * ```tsx
 * <Softphone account={{ uri: 'sip:alice@example.com', password, wsServers: 'wss://sip.example.com' }} />
 * ```
 */
export function Softphone({ labels, nameOf, account, accounts, share, ...phone }: SoftphoneProps): ReactElement {
  return (
    <LabelsProvider labels={labels}>
      <PhoneAccounts account={account} accounts={accounts} share={share}>
        <KnownNames nameOf={nameOf}>
          <Phone {...phone} />
        </KnownNames>
      </PhoneAccounts>
    </LabelsProvider>
  );
}

const onlyKeypad: readonly PhoneSection[] = ['keypad'];

function Phone(props: SoftphoneProps): ReactElement {
  const { size = 'auto', history = [], shortcuts, details, sections: wanted = allSections } = props;
  const labels = { call: useCallLabels(), phone: usePhoneLabels() };
  const language = useLanguage();
  const textOf = usePartyText();
  const sounds = usePhoneSounds(props.sounds);
  useDoNotDisturb();
  usePreload(callParts);
  usePreload(phoneParts);
  const root = useRef<HTMLElement>(null);
  const bar = size === 'bar';
  const wide = useWide(root) && !bar;
  const sessions = useSessions();
  const { session: focused } = useSession();
  const ended = useEndedNotice();
  const [number, setNumber] = useState('');
  const dialling = useDialling(() => {
    setNumber('');
    ended.dismiss();
  });
  const calls = usePhoneHistory();
  const mailbox = useMailbox(props.voicemail);
  const { unread } = useMessages();
  const storage = useOptionalPhoneStorage();

  const screen = phoneScreen(sessions, focused?.id ?? null, ended.session);
  // Without a storage there is nobody to show.
  const sections = bar ? onlyKeypad : wanted.filter((each) => each !== 'contacts' || storage !== null);
  const stage = useRef<HTMLDivElement>(null);
  // A bar has no place for both.
  const typing = useTyping(stage) && !bar;
  const nav = useNavigation(
    sections,
    screen.kind === 'idle' ? null : `${screen.kind} ${screen.session.id}`,
    wide,
    typing,
  );
  const section = nav.place.section;
  const onStage = (wide && !nav.stays) || (screen.kind === 'idle' ? section === 'keypad' : !nav.away);
  useKeepFocus(root, onStage ? (screen.kind === 'call' ? screen.session.id : screen.kind) : section);

  const keyTone = (key: string): void => sounds?.key(key);
  const { accounts, chosenId } = useAccounts();
  const line = accounts.length > 1 ? accounts.find(({ id }) => id === chosenId)?.label : undefined;
  const incoming = { shortcuts, line, onSilence: () => sounds?.silence() };
  const rings = sessions.some(({ phase }) => phase === 'incoming');
  const ringsToo = rings && (screen.kind === 'call' || !onStage);
  const spoken =
    screen.kind === 'call' || screen.kind === 'ended'
      ? labels.call.announce(callMood(screen.session), textOf(partyOf(screen.session)).name)
      : '';

  const content = (
    <SectionContent
      sections={sections}
      place={nav.place}
      go={nav.go}
      dialling={dialling}
      voicemail={props.voicemail}
      older={history}
    />
  );
  const tabs = (
    <SectionBar
      sections={wide ? sections.filter((each) => idOf(each) !== 'keypad') : sections}
      current={wide || screen.kind === 'idle' || nav.away ? section : null}
      news={{ recents: calls.missed + mailbox.fresh, messages: unread }}
      onSelect={(id) => {
        ended.dismiss();
        nav.go({ section: id });
      }}
    />
  );

  return (
    <section
      ref={root}
      aria-label={labels.phone.region}
      {...language}
      className={classNames('hs-root hs-phone', props.className)}
      data-size={size}
      data-wide={wide ? '' : undefined}
      data-screen={onStage ? screen.kind : 'section'}
    >
      <PhoneHead sounds={sounds} />
      <div className="hs-phone__columns">
        {wide && sections.some((each) => idOf(each) !== 'keypad') && (
          <div className="hs-phone__people">
            {tabs}
            <div className="hs-phone__section">{content}</div>
          </div>
        )}
        <div className="hs-phone__middle">
          {ringsToo && <IncomingCall size="compact" {...incoming} />}
          {!onStage && screen.kind === 'call' && <LazyReturnStrip session={screen.session} onReturn={nav.showCall} />}
          {sessions.length > 0 && <LazyCallList />}
          {screen.kind === 'idle' && <UnsavedRecordings className="hs-phone__recordings" />}
          {accounts.length > 1 && <LazyOtherAccounts shortcuts={shortcuts} onSilence={incoming.onSilence} />}
          <div ref={stage} className="hs-phone__stage" data-hs-screen={onStage ? screen.kind : 'section'}>
            {!onStage && !wide && section !== 'keypad' && content}
            {(onStage ? screen.kind === 'idle' : wide || section === 'keypad') && (
              <IdleScreen
                dialling={dialling}
                number={number}
                onNumber={setNumber}
                onKeyTone={keyTone}
                video={props.video ?? true}
                onVoicemail={mailbox.call === null ? undefined : () => dialling.dial(mailbox.call ?? '')}
              />
            )}
            {onStage && screen.kind === 'incoming' && <IncomingCall {...incoming} />}
            {onStage && screen.kind === 'call' && (
              <ActiveCall
                sessionId={screen.session.id}
                recording={props.recording}
                suggestions={suggestionsFrom([...calls.entries, ...history], screen.session, textOf)}
                onKeyTone={keyTone}
              />
            )}
            {onStage && screen.kind === 'ended' && (
              <LazyEndedCall
                key={screen.session.id}
                session={screen.session}
                blocked={!dialling.possible}
                onRedial={() => dialling.dial(screen.session.remote.uri)}
                onDismiss={ended.dismiss}
              >
                <LazySavedRecordings sessionId={screen.session.id} />
              </LazyEndedCall>
            )}
          </div>
        </div>
        <aside className="hs-phone__details">
          {screen.kind === 'call' &&
            (details ?? (
              <>
                <LazyCallDetails session={screen.session} />
                {wide && <LazyCallQuality sessionId={screen.session.id} />}
              </>
            ))}
        </aside>
      </div>
      {!wide && sections.length > 1 && tabs}
      <LazyPhoneBackground reading={section === 'messages'} />
      <Announcer message={spoken} />
    </section>
  );
}
