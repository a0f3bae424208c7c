import { useConnection, useRegistration } from '@hookswitch/react-sip';
import type { ErrorInfo } from '@hookswitch/sip-core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Account } from '../account/account.ts';
import { isRefusal } from '../sign-in/refusal.ts';
import { SigningIn } from '../sign-in/signing-in.tsx';

/** Props of {@link SignInGate}. */
export interface SignInGateProps {
  readonly account: Account;
  readonly onCancel: () => void;
  readonly onRefused: (error: ErrorInfo) => void;
  /** The phone, shown once the account was taken, or while the server cannot be reached. */
  readonly children: ReactNode;
}

/**
 * Waits for the registrar's first word. A no goes back to the sign-in page; a server that is not there opens the phone,
 * which says so and keeps trying.
 */
export function SignInGate({ account, onCancel, onRefused, children }: SignInGateProps): ReactNode {
  const { status: registration, error } = useRegistration();
  const { status, error: linkError } = useConnection();
  const [open, setOpen] = useState(false);
  const refused = !open && registration === 'failed' && error !== null && isRefusal(error) ? error : null;
  const unreachable = status === 'reconnecting' || status === 'stopped' || linkError !== null;
  if (!open && (registration === 'registered' || unreachable || (registration === 'failed' && refused === null))) {
    setOpen(true);
  }
  useEffect(() => {
    if (refused !== null) onRefused(refused);
  }, [refused, onRefused]);
  return open ? children : <SigningIn account={account} onCancel={onCancel} />;
}
