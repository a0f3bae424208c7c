'use client';

import type { ReactElement } from 'react';
import { partyText } from '../call/party-text.ts';
import { useSecondsUntil } from '../call/use-now.ts';
import { useRegistrationSentence } from '../error-note/use-registration-sentence.ts';
import { useRegistrationLabels } from '../labels/hooks/use-registration-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { Party, RegistrationSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';
import { registrationLook, registrationLooks } from './registration-look.ts';

/** Props of {@link RegistrationStatusView}. */
export interface RegistrationStatusViewProps {
  readonly registration: RegistrationSnapshot;
  /** Whether the link to the server is up; without it no registration counts. Default true. */
  readonly connected?: boolean;
  /** Whose line this is. */
  readonly account?: Party | undefined;
  readonly className?: string | undefined;
}

/** Whose line this is and whether it can be called: an icon and a word. */
export function RegistrationStatusView(props: RegistrationStatusViewProps): ReactElement {
  const { registration, connected = true, account, className } = props;
  const labels = useRegistrationLabels();
  const language = useLanguage();
  const seconds = useSecondsUntil(registration.status === 'failed' ? registration.retryAt : null);
  const look = registrationLook(registration, connected);
  const { tone, icon: Glyph, turning } = registrationLooks[look];
  const word = look === 'offline' ? labels.offline : labels.status[look];
  const reason = useRegistrationSentence(look === 'failed' ? registration.error : null);
  const who = account === undefined ? null : partyText(account, account.uri);
  return (
    <div {...language} className={classNames('hs-root hs-registration', className)} data-hs-tone={tone}>
      {who !== null && (
        <p className="hs-registration__who" title={account?.uri}>
          <bdi>{who.name}</bdi>
          {who.number !== '' && (
            <bdi className="hs-registration__number" dir="ltr">
              {who.number}
            </bdi>
          )}
        </p>
      )}
      <p className="hs-registration__status" title={reason === null ? undefined : (reason.next ?? undefined)}>
        <Glyph aria-hidden className="hs-registration__icon" data-turning={turning === true ? '' : undefined} />
        <span role="status">{reason === null ? word : reason.what}</span>
        {seconds !== null && <span className="hs-registration__retry">{labels.retryIn(seconds)}</span>}
      </p>
    </div>
  );
}
