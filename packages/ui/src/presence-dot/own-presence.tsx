'use client';

import { type OwnPresence as Status, useConnection, usePublishPresence } from '@hookswitch/react-sip';
import { type ReactElement, useId } from 'react';
import { start } from '../call/call-actions.ts';
import { ChevronIcon } from '../icons/icons.ts';
import { usePresenceLabels } from '../labels/hooks/use-presence-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { classNames } from '../theme/class-names.ts';
import { PresenceDotView } from './presence-dot-view.tsx';

const choices: readonly Status[] = ['available', 'busy', 'away', 'doNotDisturb'];

/** Props of {@link OwnPresence}. */
export interface OwnPresenceProps {
  readonly className?: string | undefined;
}

/**
 * What others see of us: available, busy, away, do not disturb. Nothing is published until something is chosen. It says
 * how we are; it does not keep calls from ringing.
 */
export function OwnPresence({ className }: OwnPresenceProps): ReactElement {
  const labels = usePresenceLabels();
  const language = useLanguage();
  const id = useId();
  const { isConnected } = useConnection();
  const { status, pending, error, publish } = usePublishPresence();
  return (
    <div {...language} className={classNames('hs-root hs-own-presence', className)}>
      <PresenceDotView state={status ?? 'unknown'} className="hs-own-presence__dot" />
      <label htmlFor={id} className="hs-own-presence__label">
        {labels.mine}
      </label>
      <span className="hs-own-presence__field">
        <select
          id={id}
          className="hs-own-presence__choice"
          aria-busy={pending || undefined}
          aria-describedby={error === null ? undefined : `${id}-error`}
          disabled={!isConnected}
          value={status ?? ''}
          onChange={(event) => {
            const chosen = choices.find((each) => each === event.target.value);
            start(() => publish(chosen ?? null));
          }}
        >
          <option value="">{labels.none}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {labels.status[choice]}
            </option>
          ))}
        </select>
        <ChevronIcon aria-hidden className="hs-own-presence__chevron" />
      </span>
      {error !== null && (
        <p id={`${id}-error`} role="alert" className="hs-own-presence__error">
          {labels.failed}
        </p>
      )}
    </div>
  );
}
