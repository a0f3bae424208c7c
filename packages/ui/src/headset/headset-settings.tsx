'use client';

import { type Hid, useHeadset } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { start } from '../call/call-actions.ts';
import { useIntegrationChoices } from '../integrations/use-integration-choices.ts';
import { HeadsetSettingsView } from './headset-settings-view.tsx';

/** Props of {@link HeadsetSettings}. */
export interface HeadsetSettingsProps {
  /** In place of `navigator.hid`; `null` is none. */
  readonly hid?: Hid | null;
  readonly className?: string | undefined;
}

/**
 * A switch for the buttons of headsets, and the headsets that are plugged in. Connecting one asks the browser for leave.
 * `Softphone` does what was chosen here.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}>
 *   <PhoneStorageProvider storage={storage}><HeadsetSettings /></PhoneStorageProvider>
 * </SipProvider>
 * ```
 */
export function HeadsetSettings({ hid, className }: HeadsetSettingsProps): ReactElement {
  const { choices, choose } = useIntegrationChoices();
  const parameters = hid === undefined ? {} : { hid };
  const { supported, headsets, request, forget } = useHeadset({ enabled: choices.headset, ...parameters });
  return (
    <HeadsetSettingsView
      supported={supported}
      on={choices.headset}
      headsets={headsets}
      className={className}
      onSwitch={(headset) => choose({ headset })}
      onConnect={() => start(request)}
      onForget={(id) => start(() => forget(id))}
    />
  );
}
