import { useSessions } from '@hookswitch/react-sip';
import { Softphone } from '@hookswitch/ui';
import { type ReactElement, useState } from 'react';
import { type Account, nameOf, type PhoneSettings } from '../account/account.ts';
import { RecentCalls } from '../call-log/recent-calls.tsx';
import { useCallLog } from '../call-log/use-call-log.ts';
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
  const log = useCallLog(account.address);
  const sounds = usePhoneSounds();
  useCallTitle();

  return (
    <div className="app-page app-phone hs-root" data-view={view} data-embedded={embedded ? '' : undefined}>
      {!embedded && <PhoneHeader settings={settings} onSignOut={onSignOut} />}
      <main className="app-phone__columns">
        <h1 className="hs-hidden">{words.phoneOf(nameOf(account))}</h1>
        <div className="app-column app-column--people">
          <People account={account} />
        </div>
        <div className="app-column app-column--phone">
          {settings.tone === null && <MicrophoneHelp onUseTone={onUseTone} />}
          <Softphone className="app-phone__softphone" history={log.older} sounds={sounds} />
          <ReceivedDigits />
        </div>
        <div className="app-column app-column--recent">
          <RecentCalls log={log} />
          <LineStatus settings={settings} />
        </div>
      </main>
      <ViewBar view={view} onView={setView} />
    </div>
  );
}
