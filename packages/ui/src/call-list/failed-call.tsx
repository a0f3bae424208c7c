'use client';

import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { usePartyText } from '../call/party-names.tsx';
import { partyOf } from '../call/party-text.ts';
import { causeSentence } from '../error-note/sentences.ts';
import { AlertIcon, CloseIcon } from '../icons/icons.ts';
import { useCauseLabels } from '../error-note/use-cause-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { SessionSnapshot } from '../snapshots.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link FailedCall}. */
export interface FailedCallProps {
  readonly session: SessionSnapshot;
  readonly onDismiss: () => void;
  readonly className?: string | undefined;
}

/** Says why another call came to nothing, while this one goes on. */
export function FailedCall({ session, onDismiss, className }: FailedCallProps): ReactElement | null {
  const labels = useCauseLabels();
  const language = useLanguage();
  const textOf = usePartyText();
  if (session.cause === null) return null;
  const { what, next } = causeSentence(labels, session.cause);
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
        onPress={onDismiss}
      />
    </div>
  );
}
