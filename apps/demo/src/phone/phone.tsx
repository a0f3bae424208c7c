import { SipAccountsProvider, SipProvider } from '@hookswitch/react-sip';
import type { ErrorInfo } from '@hookswitch/sip-core';
import { PartyNamesProvider } from '@hookswitch/ui';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { type Account, nameOf } from '../account/account.ts';
import { directoryOf } from '../people/directory.ts';
import { TraceRecording } from '../trace/trace-recording.tsx';
import { createUA, type PhoneConfiguration } from './create-ua.ts';
import { DebugHandle } from './debug-handle.tsx';
import { OtherRings } from './other-rings.tsx';
import { PhonePage } from './phone-page.tsx';
import { SignInGate } from './sign-in-gate.tsx';

/** Props of {@link Phone}. */
export interface PhoneProps extends PhoneConfiguration {
  /** Further accounts of the same phone. */
  readonly also: readonly Account[];
  /** Within a frame that has its own surroundings. */
  readonly embedded: boolean;
  readonly onSignOut: () => void;
  /** The server does not take this account. */
  readonly onRefused: (error: ErrorInfo) => void;
  readonly onUseTone: () => void;
}

/** A phone that is signed in, or about to be. Signing out unmounts it, which hangs up, unregisters and disconnects. */
export function Phone({
  account,
  also,
  settings,
  embedded,
  onSignOut,
  onRefused,
  onUseTone,
}: PhoneProps): ReactElement {
  const directory = useMemo(() => directoryOf(account), [account]);
  return (
    <Providers account={account} also={also} settings={settings}>
      <TraceRecording />
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
    </Providers>
  );
}

interface ProvidersProps extends PhoneConfiguration {
  readonly also: readonly Account[];
  readonly children: ReactNode;
}

function Providers({ account, also, settings, children }: ProvidersProps): ReactElement {
  const configuration = useMemo(() => ({ account, settings }), [account, settings]);
  // Making a user agent opens nothing.
  const accounts = useMemo(
    () =>
      [account, ...also].map((each) => {
        return { id: each.address, label: nameOf(each), ua: createUA({ account: each, settings }) };
      }),
    [account, also, settings],
  );
  if (also.length === 0) {
    return (
      <SipProvider configuration={configuration} createUA={createUA} stopOnUnmount="always">
        {children}
      </SipProvider>
    );
  }
  return (
    <SipAccountsProvider accounts={accounts} stopOnUnmount="always">
      <OtherRings />
      {children}
    </SipAccountsProvider>
  );
}
