'use client';

import {
  type SipAccount,
  SipAccountsProvider,
  SipProvider,
  type SipProviderConfigurationProps,
} from '@hookswitch/react-sip';
import type { ReactElement, ReactNode } from 'react';

/** Where the phone gets its user agents from. */
export interface PhoneAccountsProps {
  /** What to make a user agent from, for a phone without a `SipProvider` around it. */
  readonly account?: SipProviderConfigurationProps['configuration'] | undefined;
  /** One phone for all tabs of `account`: it rings in one of them, and can be used from all. Default false. */
  readonly share?: boolean | undefined;
  /** Several accounts, for a phone without a `SipAccountsProvider` around it. */
  readonly accounts?: readonly SipAccount[] | undefined;
}

/** The providers of a phone that brings its accounts along; nothing for one that stands inside of them. */
export function PhoneAccounts(props: PhoneAccountsProps & { readonly children: ReactNode }): ReactElement {
  const { account, accounts, share = false, children } = props;
  if (accounts !== undefined) return <SipAccountsProvider accounts={accounts}>{children}</SipAccountsProvider>;
  if (account !== undefined)
    return (
      <SipProvider configuration={account} share={share}>
        {children}
      </SipProvider>
    );
  return <>{children}</>;
}
