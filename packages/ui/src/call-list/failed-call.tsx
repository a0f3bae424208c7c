'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { endedBadly } from '../ended-call/ended-look.ts';
import { useEndedNotice } from '../ended-call/use-ended-notice.ts';
import { causeSentence } from '../error-note/sentences.ts';
import { AlertIcon, CloseIcon } from '../icons/icons.ts';
import { useCauseLabels } from '../error-note/use-cause-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link FailedCall}. */
export interface FailedCallProps {
  readonly className?: string | undefined;
}

/** Says why another call came to nothing, while this one goes on. */
export function FailedCall({ className }: FailedCallProps): ReactElement | null {
  const { session, dismiss } = useEndedNotice();
  const labels = useCauseLabels();
  const language = useLanguage();
  const textOf = usePartyText();
  const cause = session?.cause ?? null;
  if (session === null || cause === null || !endedBadly(session)) return null;
  const { what, next } = causeSentence(labels, cause);
  return (
    <div
      {...language}
      className={classNames('hs-root hs-note hs-note--closable', className)}
      data-hs-tone="end"
      role="alert"
    >
      <AlertIcon aria-hidden className="hs-note__icon" />
      <p className="hs-note__text">
        <strong className="hs-note__what">
          <bdi>{textOf(partyOf(session)).name}</bdi>: {what}
        </strong>
        {next !== null && <span>{next}</span>}
      </p>
      <ActionButton
        icon={CloseIcon}
        label={labels.ended.dismiss}
        tone="plain"
        size="small"
        labelled="hidden"
        onPress={dismiss}
      />
    </div>
  );
}
