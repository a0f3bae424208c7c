'use client';

import { useAccounts } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { LazyAccountPicker } from '../account-picker/lazy-account-picker.tsx';
import { ConnectionBanner } from '../connection-banner/connection-banner.tsx';
import { RegistrationStatus } from '../registration-status/registration-status.tsx';
import type { PhoneSounds } from '../remote-audio/phone-sounds.ts';
import { RemoteAudio } from '../remote-audio/remote-audio.tsx';
import { ResumableCalls } from '../resumable-calls/resumable-calls.tsx';

/** Props of {@link PhoneHead}. */
export interface PhoneHeadProps {
  readonly sounds?: PhoneSounds | undefined;
}

/** The head of the phone: whose it is, whether it works, and what keeps it from working. */
export function PhoneHead({ sounds }: PhoneHeadProps): ReactElement {
  const several = useAccounts().accounts.length > 1;
  return (
    <>
      <header className="hs-phone__head">
        {several ? (
          <LazyAccountPicker className="hs-phone__account" />
        ) : (
          <RegistrationStatus className="hs-phone__account" />
        )}
      </header>
      <div className="hs-phone__news">
        <ConnectionBanner />
        <ResumableCalls />
        <RemoteAudio sounds={sounds} />
      </div>
    </>
  );
}
