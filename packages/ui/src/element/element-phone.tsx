'use client';

import { SipProvider, useUA } from '@hookswitch/react-sip';
import { createPhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { UA, type UAConfiguration } from '@hookswitch/sip-core';
import { type ReactElement, useEffect, useMemo } from 'react';
import { ErrorNote } from '../error-note/error-note.tsx';
import type { Labels } from '../labels/labels.ts';
import { LabelsProvider } from '../labels/labels-provider.tsx';
import type { PhoneSounds } from '../remote-audio/phone-sounds.ts';
import { Softphone } from '../softphone/softphone.tsx';

/** Props of {@link ElementPhone}. */
export interface ElementPhoneProps {
  readonly configuration: UAConfiguration;
  readonly labels: Labels;
  readonly size: 'auto' | 'bar';
  readonly sounds: PhoneSounds | undefined;
  /** Gets the user agent when it runs, and `undefined` when another takes its place or the phone goes. */
  readonly onUA: (ua: UA | undefined) => void;
}

/** What stands inside of `<hook-switch>`: a softphone with its own user agent and sounds, or what is wrong with its attributes. */
export function ElementPhone({ configuration, labels, ...phone }: ElementPhoneProps): ReactElement {
  return (
    <LabelsProvider labels={labels}>
      {isUsable(configuration) ? (
        <SipProvider configuration={configuration}>
          <FollowedPhone {...phone} />
        </SipProvider>
      ) : (
        <div className="hs-root">
          <ErrorNote error={{ code: 'CONFIGURATION', message: '', statusCode: null, retryable: false }} />
        </div>
      )}
    </LabelsProvider>
  );
}

function FollowedPhone({ size, sounds, onUA }: Pick<ElementPhoneProps, 'size' | 'sounds' | 'onUA'>): ReactElement {
  const ua = useUA();
  useEffect(() => {
    onUA(ua);
    return () => onUA(undefined);
  }, [ua, onUA]);
  const { uri } = ua.getSnapshot().account;
  // One for each account: what one of them keeps is not the other's.
  const storage = useMemo(() => createPhoneStorage({ name: `hookswitch:${uri}` }), [uri]);
  return (
    <PhoneStorageProvider storage={storage}>
      <Softphone sounds={sounds} size={size} />
    </PhoneStorageProvider>
  );
}

/** Whether a user agent takes the configuration. Making one opens nothing. */
function isUsable(configuration: UAConfiguration): boolean {
  try {
    return new UA(configuration) instanceof UA;
  } catch {
    return false;
  }
}
