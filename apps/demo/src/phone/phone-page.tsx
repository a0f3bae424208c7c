import { useSessions } from '@hookswitch/react-sip';
import { createPhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { CallHistory, type PhoneSection, Softphone } from '@hookswitch/ui';
import { type ReactElement, useState } from 'react';
import { type Account, nameOf, type PhoneSettings } from '../account/account.ts';
import { usePlaceCall } from '../call/use-place-call.ts';
import { MicrophoneHelp } from '../microphone/microphone-help.tsx';
import { People } from '../people/people.tsx';
import { useCallTitle } from '../title/use-call-title.ts';
import { words } from '../words.ts';
import { LineStatus } from './line-status.tsx';
import { PhoneHeader } from './phone-header.tsx';
import { ReceivedDigits } from './received-digits.tsx';
import { usePhoneSounds } from './use-phone-sounds.ts';
import { type View, ViewBar } from './view-bar.tsx';

/** Props of {@link PhonePage}. */
export interface PhonePageProps {
  readonly account: Account;
  readonly settings: PhoneSettings;
  readonly embedded: boolean;
  readonly onSignOut: () => void;
  readonly onUseTone: () => void;
}

/** The calls that were have a column of their own. */
const sections: readonly PhoneSection[] = ['keypad', 'contacts', 'messages', 'settings'];

/** People, phone, calls: side by side where there is room, one at a time where there is not. */
export function PhonePage({ account, settings, embedded, onSignOut, onUseTone }: PhonePageProps): ReactElement {
  const [view, setView] = useState<View>('phone');
  // Whatever is on the screen, a new call comes before it.
  const count = useSessions((sessions) => sessions.length);
  const [seen, setSeen] = useState(count);
  if (count !== seen) {
    setSeen(count);
    if (count > seen) setView('phone');
  }
  const [storage] = useState(() => createPhoneStorage({ name: `hookswitch:${account.address}` }));
  const place = usePlaceCall();
  const sounds = usePhoneSounds();
  useCallTitle();

  return (
    <PhoneStorageProvider storage={storage}>
      <div className="app-page app-phone hs-root" data-view={view} data-embedded={embedded ? '' : undefined}>
        {!embedded && <PhoneHeader settings={settings} onSignOut={onSignOut} />}
        <main className="app-phone__columns">
          <h1 className="hs-hidden">{words.phoneOf(nameOf(account))}</h1>
          <div className="app-column app-column--people">
            <People account={account} />
          </div>
          <div className="app-column app-column--phone">
            {settings.tone === null && <MicrophoneHelp onUseTone={onUseTone} />}
            <Softphone className="app-phone__softphone" sections={sections} sounds={sounds} />
            <ReceivedDigits />
          </div>
          <div className="app-column app-column--recent">
            <CallHistory className="app-recent" onCall={place} />
            <LineStatus settings={settings} />
          </div>
        </main>
        <ViewBar view={view} onView={setView} />
      </div>
    </PhoneStorageProvider>
  );
}
