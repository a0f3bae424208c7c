'use client';

import { useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { AccountsContext } from './accounts-context.ts';
import type { AccountsState } from './accounts-store.ts';

/** What {@link useAccounts} returns. */
export interface UseAccountsReturnType extends AccountsState {
  /** Takes an account into use. Its calls stay as they are, and so do those of the others. */
  readonly choose: (id: string) => void;
}

/**
 * The accounts of the nearest `SipAccountsProvider`, and which is in use; none outside of one.
 *
 * @example
 * ```tsx
 * const { accounts, chosenId, choose } = useAccounts();
 * return accounts.map(({ id, label, registration, ringing }) => (
 *   <button key={id} aria-current={id === chosenId} onClick={() => choose(id)}>
 *     {label} {registration.status} {ringing > 0 && 'rings'}
 *   </button>
 * ));
 * ```
 */
export function useAccounts(): UseAccountsReturnType {
  const hub = useContext(AccountsContext);
  const state = useStore(hub.store);
  return useMemo(() => ({ ...state, choose: (id: string) => hub.choose(id) }), [hub, state]);
}
