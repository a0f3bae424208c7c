'use client';

import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { AccountsContext } from '../accounts/accounts-context.ts';
import { conversationsOf } from '../live/conversations.ts';
import { SipContext } from '../provider/sip-context.ts';
import { keepMessages } from './keep-messages.ts';
import { PhoneStorageNotFoundError } from './phone-storage-not-found-error.ts';
import type { PhoneStorage } from './phone-storage.ts';
import { recordCalls } from './record-calls.ts';

const StorageContext = createContext<PhoneStorage | null>(null);

/** Props of {@link PhoneStorageProvider}. */
export interface PhoneStorageProviderProps {
  /** Made once with `createPhoneStorage`, at module level or in the initialiser of `useState`. */
  readonly storage: PhoneStorage;
  /** Keep the calls of the `SipProvider` above, or those of all accounts of the `SipAccountsProvider`; default true. */
  readonly recordCalls?: boolean;
  /** Keep the texts of the `SipProvider` above, and bring back those of earlier pages; default true. */
  readonly keepMessages?: boolean;
  readonly children?: ReactNode;
}

/**
 * Gives the components inside it a storage, and reads it. Inside a `SipProvider`, it keeps the calls that end, and the texts.
 *
 * @example
 * ```tsx
 * const storage = createPhoneStorage();
 *
 * <SipProvider ua={ua}>
 *   <PhoneStorageProvider storage={storage}>
 *     <Phone />
 *   </PhoneStorageProvider>
 * </SipProvider>;
 * ```
 */
export function PhoneStorageProvider(props: PhoneStorageProviderProps): ReactNode {
  const { storage, children, recordCalls: records = true, keepMessages: keeps = true } = props;
  const binding = useContext(SipContext);
  const store = binding?.store;
  const { entries } = useContext(AccountsContext);
  useEffect(() => {
    void storage.load();
  }, [storage]);
  useEffect(() => {
    if (!records) return undefined;
    // Of several accounts, the calls of all are kept, whichever is in use.
    const stores =
      entries.length > 0 ? entries.map(({ binding: each }) => each.store) : store === undefined ? [] : [store];
    const stops = stores.map((each) => recordCalls(storage, each));
    return () => {
      for (const stop of stops) stop();
    };
  }, [storage, store, entries, records]);
  useEffect(() => {
    if (!keeps || binding === null) return;
    return keepMessages(storage, conversationsOf(binding), binding.ua.getSnapshot().account.uri);
  }, [storage, binding, keeps]);
  return <StorageContext.Provider value={storage}>{children}</StorageContext.Provider>;
}

/**
 * The storage of the nearest provider.
 *
 * @throws {@link PhoneStorageNotFoundError} outside of any
 */
export function useStorage(): PhoneStorage {
  const storage = useContext(StorageContext);
  if (storage === null) throw new PhoneStorageNotFoundError();
  return storage;
}

/**
 * The storage of the nearest provider; `null` outside of any, for components that work without one.
 *
 * @example
 * ```tsx
 * const storage = useOptionalPhoneStorage();
 * if (storage === null) return <p>Nothing is kept.</p>;
 * ```
 */
export function useOptionalPhoneStorage(): PhoneStorage | null {
  return useContext(StorageContext);
}
