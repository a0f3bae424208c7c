'use client';

import { type ReactNode, useContext } from 'react';
import { SipContext } from '../provider/sip-context.ts';
import { AccountsContext } from './accounts-context.ts';

/** Props of {@link AccountScope}. */
export interface AccountScopeProps {
  /** The account that is meant. */
  readonly id: string;
  readonly children?: ReactNode;
}

/**
 * Makes one of several accounts the one that the hooks inside mean. Shows nothing when there is no such account.
 *
 * @example
 * ```tsx
 * accounts.map(({ id }) => <AccountScope key={id} id={id}><IncomingCall /></AccountScope>);
 * ```
 */
export function AccountScope({ id, children }: AccountScopeProps): ReactNode {
  const entry = useContext(AccountsContext).entries.find((each) => each.id === id);
  if (entry === undefined) return null;
  return <SipContext.Provider value={entry.binding}>{children}</SipContext.Provider>;
}
