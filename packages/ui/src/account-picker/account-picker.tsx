'use client';

import { useAccounts } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { AccountPickerView } from './account-picker-view.tsx';

/** Props of {@link AccountPicker}. */
export interface AccountPickerProps {
  readonly className?: string | undefined;
}

/**
 * Chooses among the accounts of the `SipAccountsProvider` around it; nothing outside of one.
 *
 * @example
 * ```tsx
 * <SipAccountsProvider accounts={accounts}><AccountPicker /><ActiveCall /></SipAccountsProvider>
 * ```
 */
export function AccountPicker({ className }: AccountPickerProps): ReactElement | null {
  const { accounts, chosenId, choose } = useAccounts();
  return <AccountPickerView accounts={accounts} chosenId={chosenId} onChoose={choose} className={className} />;
}
