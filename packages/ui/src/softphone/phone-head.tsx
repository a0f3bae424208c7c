'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { ConnectionBanner } from '../connection-banner/connection-banner.tsx';
import { HistoryIcon } from '../icons/icons.ts';
import { useLabels } from '../labels/labels-provider.tsx';
import { RegistrationStatus } from '../registration-status/registration-status.tsx';
import type { PhoneSounds } from '../remote-audio/phone-sounds.ts';
import { RemoteAudio } from '../remote-audio/remote-audio.tsx';

/** Props of {@link PhoneHead}. */
export interface PhoneHeadProps {
  /** Whether the calls that were are in the place of the dialpad; `null` where that cannot be chosen now. */
  readonly recent: boolean | null;
  readonly onRecent: () => void;
  readonly sounds?: PhoneSounds | undefined;
}

/** The head of the phone: whose it is, whether it works, and what keeps it from working. */
export function PhoneHead({ recent, onRecent, sounds }: PhoneHeadProps): ReactElement {
  const labels = useLabels().phone;
  return (
    <>
      <header className="hs-phone__head">
        <RegistrationStatus className="hs-phone__account" />
        {recent !== null && (
          <ActionButton
            className="hs-phone__recent"
            icon={HistoryIcon}
            label={labels.recent}
            tone="plain"
            size="small"
            labelled="hidden"
            pressed={recent}
            onPress={onRecent}
          />
        )}
      </header>
      <div className="hs-phone__news">
        <ConnectionBanner />
        <RemoteAudio sounds={sounds} />
      </div>
    </>
  );
}
