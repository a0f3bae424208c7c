'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Contact } from './contact.ts';
import type { Contacts } from './phone-storage.ts';
import { useStorage } from './phone-storage-provider.tsx';

/** What {@link useContacts} returns. */
export interface UseContactsReturnType extends Pick<Contacts, 'save' | 'remove' | 'clear' | 'find'> {
  /** Everybody, by name. */
  readonly contacts: readonly Contact[];
  /** Whether the contacts were read from the disk yet. */
  readonly loaded: boolean;
}

/**
 * The people we know.
 *
 * @throws PhoneStorageNotFoundError outside of a `PhoneStorageProvider`
 * @example
 * ```tsx
 * const { contacts, save, find } = useContacts();
 * const caller = session === null ? null : find(session.remote.uri);
 * return <button onClick={() => void save({ name, addresses: [{ label: 'work', address }] })}>Save</button>;
 * ```
 */
export function useContacts(): UseContactsReturnType {
  const { contacts } = useStorage();
  const { items, loaded } = useStore(contacts);
  const { save, remove, clear, find } = contacts;
  return useMemo(
    () => ({ contacts: items, loaded, save, remove, clear, find }),
    [items, loaded, save, remove, clear, find],
  );
}
