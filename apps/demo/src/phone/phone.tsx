import { SipProvider } from '@hookswitch/react-sip';
import type { ErrorInfo } from '@hookswitch/sip-core';
import { PartyNamesProvider } from '@hookswitch/ui';
import { type ReactElement, useMemo } from 'react';
import { directoryOf } from '../people/directory.ts';
import { createUA, type PhoneConfiguration } from './create-ua.ts';
import { DebugHandle } from './debug-handle.tsx';
import { PhonePage } from './phone-page.tsx';
import { SignInGate } from './sign-in-gate.tsx';

/** Props of {@link Phone}. */
export interface PhoneProps extends PhoneConfiguration {
  /** Within a frame that has its own surroundings. */
  readonly embedded: boolean;
  readonly onSignOut: () => void;
  /** The server does not take this account. */
  readonly onRefused: (error: ErrorInfo) => void;
  readonly onUseTone: () => void;
}

/** A phone that is signed in, or about to be. Signing out unmounts it, which hangs up, unregisters and disconnects. */
export function Phone({ account, settings, embedded, onSignOut, onRefused, onUseTone }: PhoneProps): ReactElement {
  const configuration = useMemo(() => ({ account, settings }), [account, settings]);
  const directory = useMemo(() => directoryOf(account), [account]);
  return (
    <SipProvider configuration={configuration} createUA={createUA} stopOnUnmount="always">
      <DebugHandle />
      <SignInGate account={account} onCancel={onSignOut} onRefused={onRefused}>
        <PartyNamesProvider nameOf={directory}>
          <PhonePage
            account={account}
            settings={settings}
            embedded={embedded}
            onSignOut={onSignOut}
            onUseTone={onUseTone}
          />
        </PartyNamesProvider>
      </SignInGate>
    </SipProvider>
  );
}
