'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { SipContext } from '../provider/sip-context.ts';
import { useRetain } from '../provider/sip-provider.tsx';
import type { StopPolicy } from '../provider/stop-policy.ts';
import { selectHasSession } from '../store/selectors.ts';
import { AccountsContext } from './accounts-context.ts';
import { AccountsHub } from './accounts-store.ts';
import { type AccountEntry, reconcileAccounts, type SipAccount } from './sip-account.ts';

/** Props of {@link SipAccountsProvider}. */
export interface SipAccountsProviderProps {
  /**
   * The accounts, by their ids. Configurations are compared part by part, as those of `SipProvider`. An account that is
   * left out stops; while it has calls, it stays until they have ended.
   */
  readonly accounts: readonly SipAccount[];
  /** Start the user agents when the provider mounts; default true. */
  readonly autoStart?: boolean;
  /** What happens to a user agent when the last provider that holds it unmounts; default `idle`. */
  readonly stopOnUnmount?: StopPolicy;
  readonly children?: ReactNode;
}

/**
 * Several accounts in one page, each with a user agent and a store of its own: what fails for one does not touch the
 * others. One is in use, and the hooks mean that one; `AccountScope` makes them mean another. Calls of all accounts go
 * on and ring, but one account talks at a time: a call that is placed, answered or taken off hold takes its account into
 * use and puts the calls of the others on hold.
 *
 * @example
 * ```tsx
 * <SipAccountsProvider
 *   accounts={[
 *     { id: 'sales', label: 'Sales', configuration: { uri: 'sip:sales@example.com', password, wsServers } },
 *     { id: 'me', label: 'Alice', configuration: { uri: 'sip:alice@example.com', password, wsServers } },
 *   ]}
 * >
 *   <Phone />
 * </SipAccountsProvider>
 * ```
 */
export function SipAccountsProvider(props: SipAccountsProviderProps): ReactNode {
  const { accounts, autoStart = true, stopOnUnmount = 'idle', children } = props;
  const [chosen] = useState(() => createStore<string | null>(() => null));
  const [entries, setEntries] = useState(() => reconcileAccounts([], accounts));
  // The end of a call may let an account go, or change.
  useSyncExternalStore(
    useCallback((changed) => onAnyStore(entries, changed), [entries]),
    () => entries.filter(({ binding }) => selectHasSession(binding.store.getState())).length,
    () => 0,
  );
  const wanted = reconcileAccounts(entries, accounts);
  if (wanted !== entries) setEntries(wanted);

  const hub = useMemo(() => new AccountsHub(entries, chosen), [entries, chosen]);
  useEffect(() => hub.follow(), [hub]);
  const chosenId = useStore(chosen);
  const current = hub.chosen(chosenId);
  return (
    <AccountsContext.Provider value={hub}>
      {entries.map((entry) => (
        <Keeper key={entry.id} entry={entry} autoStart={autoStart} stopPolicy={stopOnUnmount} />
      ))}
      <SipContext.Provider value={current?.binding ?? null}>{children}</SipContext.Provider>
    </AccountsContext.Provider>
  );
}

interface KeeperProps {
  readonly entry: AccountEntry;
  readonly autoStart: boolean;
  readonly stopPolicy: StopPolicy;
}

function Keeper({ entry, autoStart, stopPolicy }: KeeperProps): ReactNode {
  useRetain(entry.binding, autoStart, stopPolicy, entry.replaced);
  return null;
}

function onAnyStore(entries: readonly AccountEntry[], changed: () => void): () => void {
  const stops = entries.map(({ binding }) => binding.store.subscribe(changed));
  return () => {
    for (const stop of stops) stop();
  };
}
