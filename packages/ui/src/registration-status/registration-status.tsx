'use client';

import { useConnection, useRegistration, useSipStore, useTabs } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { RegistrationStatusView } from './registration-status-view.tsx';

/** Props of {@link RegistrationStatus}. */
export interface RegistrationStatusProps {
  readonly className?: string | undefined;
}

/** Whether this phone can be called, and as whom; where tabs share it, in whichever tab it is. */
export function RegistrationStatus({ className }: RegistrationStatusProps): ReactElement {
  const { status, expiresAt, retryAt, error } = useRegistration();
  const { isConnected } = useConnection();
  const account = useSipStore((state) => state.account);
  const tabs = useTabs();
  const there = tabs?.isElsewhere === true ? tabs.phone : null;
  return (
    <RegistrationStatusView
      registration={there?.registration ?? { status, expiresAt, retryAt, error }}
      connected={there === null ? isConnected : there.status === 'connected'}
      account={account}
      className={className}
    />
  );
}
