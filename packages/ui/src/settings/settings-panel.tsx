'use client';

import { type AccountSettings, useOptionalPhoneStorage, usePhoneSettings } from '@hookswitch/react-sip/storage';
import type { ReactElement } from 'react';
import { DevicePicker } from '../device-picker/device-picker.tsx';
import { HeadsetSettings } from '../headset/headset-settings.tsx';
import { AlertIcon } from '../icons/icons.ts';
import { useSettingsLabels } from '../labels/hooks/use-settings-labels.ts';
import { useLanguage } from '../labels/use-language.ts';
import { NotificationSettings } from '../notifications/notification-settings.tsx';
import { ringCountry, ringLoudness } from '../remote-audio/use-phone-sounds.ts';
import { classNames } from '../theme/class-names.ts';
import { AccountForm } from './account-form.tsx';
import { CallCheck, type CallCheckProps } from './call-check.tsx';
import { DataSettings } from './data-settings.tsx';
import { RingSettings } from './ring-settings.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useSaveSettings } from './use-save-settings.ts';

/** Props of {@link SettingsPanel}. */
export interface SettingsPanelProps {
  /** Signs in with another account; without it the account is not shown. The password is in it even when not kept. */
  readonly onSignIn?: ((account: AccountSettings) => void) | undefined;
  /** Lets the camera be chosen, too; default false. */
  readonly camera?: boolean;
  /** Milliseconds that a test call measures. */
  readonly testDuration?: CallCheckProps['duration'];
  readonly className?: string | undefined;
}

/**
 * What a person may set: devices with a test, a test call, how it rings, notifications, headset, account, and what is
 * kept of them. With a `PhoneStorageProvider` above, it is kept; without, it lasts as long as the page, and says so.
 *
 * @example
 * ```tsx
 * <PhoneStorageProvider storage={storage}>
 *   <SettingsPanel onSignIn={({ uri, server, password }) => setAccount({ uri, wsServers: server, password })} />
 * </PhoneStorageProvider>
 * ```
 */
export function SettingsPanel(props: SettingsPanelProps): ReactElement {
  const { onSignIn, camera = false, testDuration, className } = props;
  const words = useSettingsLabels();
  const language = useLanguage();
  const storage = useOptionalPhoneStorage();
  const { settings, status } = usePhoneSettings();
  const { save, failed } = useSaveSettings();
  const signIn = (account: AccountSettings, keepPassword: boolean): void => {
    save({ account }, { rememberPassword: keepPassword });
    onSignIn?.(account);
  };
  const ring = { tones: ringCountry(settings), volume: ringLoudness(settings.ringVolume) };
  return (
    <div {...language} className={classNames('hs-root hs-settings', className)}>
      <h2 className="hs-hidden">{words.title}</h2>
      {failed && (
        <div className="hs-note" data-hs-tone="wait" role="alert">
          <AlertIcon aria-hidden className="hs-note__icon" />
          <p className="hs-note__text">
            <strong className="hs-note__what">{words.notSaved.what}</strong>
            <span>{words.notSaved.next}</span>
          </p>
        </div>
      )}
      <SettingsSection title={words.devices}>
        <DevicePicker camera={camera} ring={ring} />
      </SettingsSection>
      <SettingsSection title={words.test.title} hint={words.test.hint}>
        <CallCheck duration={testDuration} />
      </SettingsSection>
      <SettingsSection title={words.ringing}>
        <RingSettings save={save} />
      </SettingsSection>
      <div className="hs-settings__section">
        <NotificationSettings />
        <HeadsetSettings />
      </div>
      {onSignIn !== undefined && (
        <SettingsSection title={words.account.title}>
          <AccountForm key={status.kind} account={settings.account} onSave={signIn} />
        </SettingsSection>
      )}
      {storage !== null && (
        <SettingsSection title={words.data.title}>
          <DataSettings storage={storage} />
        </SettingsSection>
      )}
      {status.kind !== 'idle' && (
        <p className="hs-settings__hint">{words.kept[status.kind === 'persistent' ? 'browser' : 'page']}</p>
      )}
    </div>
  );
}
