'use client';

import { type NotificationPlatform, useCallNotifications, useMediaSessionKeys } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { useIntegrationChoices } from '../integrations/use-integration-choices.ts';
import { NotificationSettingsView } from './notification-settings-view.tsx';

/** Props of {@link NotificationSettings}. */
export interface NotificationSettingsProps {
  /** In place of the browser's notifications. */
  readonly platform?: NotificationPlatform;
  readonly className?: string | undefined;
}

/**
 * Switches for notifications of the system and for media keys. Switching notifications on asks the browser for leave.
 * `Softphone` does what was chosen here.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}>
 *   <PhoneStorageProvider storage={storage}><NotificationSettings /></PhoneStorageProvider>
 * </SipProvider>
 * ```
 */
export function NotificationSettings({ platform, className }: NotificationSettingsProps): ReactElement {
  const { choices, choose } = useIntegrationChoices();
  const { access, request } = useCallNotifications({ enabled: false, ...(platform !== undefined && { platform }) });
  const { supported } = useMediaSessionKeys({ enabled: false });
  return (
    <NotificationSettingsView
      choices={choices}
      access={access}
      keysSupported={supported}
      className={className}
      onChoose={(changes) => {
        if (changes.notifications !== true || access === 'granted') choose(changes);
        // What the person says to the browser counts; a dialog that is closed is a no.
        else void request().then((answer) => answer === 'granted' && choose(changes));
      }}
    />
  );
}
