'use client';

import type { ResumableCall } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import { usePartyText } from '../call/party-names.tsx';
import { PhoneCallIcon } from '../icons/icons.ts';
import { useRecoveryLabels } from '../labels/hooks/use-recovery-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link ResumableCallsView}. */
export interface ResumableCallsViewProps {
  readonly calls: readonly Pick<ResumableCall, 'id' | 'remote'>[];
  readonly onResume: (id: string) => void;
  readonly onDrop: (id: string) => void;
  readonly className?: string | undefined;
}

/** Calls that a reload of the page interrupted, each with the question whether to go on. */
export function ResumableCallsView({ calls, onResume, onDrop, className }: ResumableCallsViewProps): ReactElement {
  const words = useRecoveryLabels();
  const language = useLanguage();
  const textOf = usePartyText();
  return (
    <div role="alert" {...language} className={classNames('hs-root', className)}>
      {calls.map(({ id, remote }) => {
        const { what, next } = words.interrupted(textOf(remote).name);
        return (
          <div key={id} className="hs-banner hs-banner--ask" data-hs-tone="wait">
            <PhoneCallIcon aria-hidden className="hs-banner__icon" />
            <p className="hs-banner__text">
              <strong className="hs-banner__what">{what}</strong>
              <span>{next}</span>
            </p>
            <span className="hs-banner__acts">
              <button type="button" className="hs-banner__retry" title={what} onClick={() => onResume(id)}>
                {words.goOn}
              </button>
              <button type="button" className="hs-banner__retry" title={what} onClick={() => onDrop(id)}>
                {words.hangUp}
              </button>
            </span>
          </div>
        );
      })}
    </div>
  );
}
