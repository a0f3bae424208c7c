'use client';

import type { Headset } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { CloseIcon, PlusIcon } from '../icons/icons.ts';
import { useHeadsetLabels } from '../labels/hooks/use-headset-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { SwitchRow } from '../switch-row/switch-row.tsx';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link HeadsetSettingsView}. */
export interface HeadsetSettingsViewProps {
  readonly supported: boolean;
  readonly on: boolean;
  readonly headsets: readonly Headset[];
  readonly onSwitch: (on: boolean) => void;
  readonly onConnect: () => void;
  readonly onForget: (id: number) => void;
  readonly className?: string | undefined;
}

/** Draws the headsets it is given. */
export function HeadsetSettingsView(props: HeadsetSettingsViewProps): ReactElement {
  const { supported, on, headsets, onSwitch, onConnect, onForget, className } = props;
  const labels = useHeadsetLabels();
  const language = useLanguage();
  return (
    <section {...language} aria-label={labels.title} className={classNames('hs-root hs-integration', className)}>
      <h3 className="hs-integration__title">{labels.title}</h3>
      <SwitchRow
        label={labels.buttons}
        hint={supported ? labels.buttonsHint : labels.unsupported}
        on={on && supported}
        blocked={!supported}
        onChange={onSwitch}
      />
      {on && supported && (
        <>
          {headsets.length === 0 ? (
            <p className="hs-integration__empty">{labels.none}</p>
          ) : (
            <ul className="hs-integration__list" aria-label={labels.list}>
              {headsets.map(({ id, name, status }) => (
                <li key={id} className="hs-integration__item" data-hs-tone={status === 'failed' ? 'end' : 'go'}>
                  <span className="hs-integration__lamp" data-status={status} />
                  <bdi className="hs-integration__name">{name === '' ? labels.unnamed : name}</bdi>
                  <span className="hs-integration__status">{labels.status[status]}</span>
                  <ActionButton
                    icon={CloseIcon}
                    label={labels.forget(name === '' ? labels.unnamed : name)}
                    tone="plain"
                    size="small"
                    labelled="hidden"
                    onPress={() => onForget(id)}
                  />
                </li>
              ))}
            </ul>
          )}
          <ActionButton icon={PlusIcon} label={labels.connect} size="small" labelled="inside" onPress={onConnect} />
        </>
      )}
    </section>
  );
}
