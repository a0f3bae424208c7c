'use client';

import type { NotificationAccess } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { useNotificationsLabels } from '../labels/hooks/use-notifications-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import type { IntegrationChoices } from '../integrations/use-integration-choices.ts';
import { SwitchRow } from '../switch-row/switch-row.tsx';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link NotificationSettingsView}. */
export interface NotificationSettingsViewProps {
  readonly choices: Pick<IntegrationChoices, 'notifications' | 'mediaKeys' | 'answerByPlay'>;
  readonly access: NotificationAccess;
  /** Whether this browser hands media keys to pages. */
  readonly keysSupported: boolean;
  readonly onChoose: (changes: Partial<IntegrationChoices>) => void;
  readonly className?: string | undefined;
}

/** Draws the switches it is given. */
export function NotificationSettingsView(props: NotificationSettingsViewProps): ReactElement {
  const { choices, access, keysSupported, onChoose, className } = props;
  const labels = useNotificationsLabels();
  const language = useLanguage();
  const possible = access !== 'unsupported' && access !== 'denied';
  return (
    <section {...language} aria-label={labels.title} className={classNames('hs-root hs-integration', className)}>
      <h3 className="hs-integration__title">{labels.title}</h3>
      <SwitchRow
        label={labels.system}
        hint={access === 'unsupported' ? labels.unsupported : access === 'denied' ? labels.denied : labels.systemHint}
        on={choices.notifications && access === 'granted'}
        blocked={!possible}
        onChange={(notifications) => onChoose({ notifications })}
      />
      <SwitchRow
        label={labels.mediaKeys}
        hint={keysSupported ? labels.mediaKeysHint : labels.noMediaKeys}
        on={choices.mediaKeys && keysSupported}
        blocked={!keysSupported}
        onChange={(mediaKeys) => onChoose({ mediaKeys })}
      />
      {choices.mediaKeys && keysSupported && (
        <SwitchRow
          label={labels.answerByPlay}
          on={choices.answerByPlay}
          onChange={(answerByPlay) => onChoose({ answerByPlay })}
        />
      )}
    </section>
  );
}
