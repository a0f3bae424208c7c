'use client';

import { useConnection, useRegistration, useSipStore } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { RegistrationStatusView } from './registration-status-view.tsx';

/** Props of {@link RegistrationStatus}. */
export interface RegistrationStatusProps {
  readonly className?: string | undefined;
}

/** Whether this phone can be called, and as whom. */
export function RegistrationStatus({ className }: RegistrationStatusProps): ReactElement {
  const { status, expiresAt, retryAt, error } = useRegistration();
  const { isConnected } = useConnection();
  const account = useSipStore((state) => state.account);
  return (
    <RegistrationStatusView
      registration={{ status, expiresAt, retryAt, error }}
      connected={isConnected}
      account={account}
      className={className}
    />
  );
}
