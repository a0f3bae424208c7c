import { createPhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { CallHistory, Softphone } from '@hookswitch/ui';
import { type ReactElement, useEffect, useState } from 'react';
import { type Account, nameOf, type PhoneSettings } from '../account/account.ts';
import { usePlaceCall } from '../call/use-place-call.ts';
import { MicrophoneHelp } from '../microphone/microphone-help.tsx';
import { People } from '../people/people.tsx';
import { seedContacts } from '../people/seed-contacts.ts';
import { useCallTitle } from '../title/use-call-title.ts';
import { words } from '../words.ts';
import { LineStatus } from './line-status.tsx';
import { PhoneHeader } from './phone-header.tsx';
import { ReceivedDigits } from './received-digits.tsx';
import { useColumns } from './use-columns.ts';
import { usePhoneSounds } from './use-phone-sounds.ts';
import { useSections } from './use-sections.tsx';

/** Props of {@link PhonePage}. */
export interface PhonePageProps {
  readonly account: Account;
  readonly settings: PhoneSettings;
  readonly embedded: boolean;
  readonly onSignOut: () => void;
  readonly onUseTone: () => void;
}

/** People, phone, calls: side by side where there is room; where there is not, the phone alone, which has them all. */
export function PhonePage({ account, settings, embedded, onSignOut, onUseTone }: PhonePageProps): ReactElement {
  const columns = useColumns();
  const sections = useSections(settings, columns);
  const [storage] = useState(() => createPhoneStorage({ name: `hookswitch:${account.address}` }));
  useEffect(() => void seedContacts(storage, account), [storage, account]);
  const place = usePlaceCall();
  const sounds = usePhoneSounds();
  useCallTitle();

  return (
    <PhoneStorageProvider storage={storage}>
      <div className="app-page app-phone hs-root" data-embedded={embedded ? '' : undefined}>
        {!embedded && <PhoneHeader settings={settings} onSignOut={onSignOut} />}
        <main className="app-phone__columns">
          <h1 className="hs-hidden">{words.phoneOf(nameOf(account))}</h1>
          {columns > 1 && (
            <div className="app-column app-column--people">
              <People account={account} />
            </div>
          )}
          <div className="app-column app-column--phone">
            {settings.tone === null && <MicrophoneHelp onUseTone={onUseTone} />}
            <Softphone className="app-phone__softphone" sections={sections} sounds={sounds} />
            <ReceivedDigits />
          </div>
          {columns > 1 && (
            <div className="app-column app-column--recent">
              <CallHistory className="app-recent" onCall={place} />
              {columns > 2 && <LineStatus settings={settings} />}
            </div>
          )}
        </main>
      </div>
    </PhoneStorageProvider>
  );
}
