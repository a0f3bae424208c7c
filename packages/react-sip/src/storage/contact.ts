'use client';

import { numberOf, objectOf, textOf } from './record-reading.ts';

/** One way to reach somebody. */
export interface ContactAddress {
  /** What it is, such as `work`; free text. */
  readonly label: string;
  /** A SIP or tel URI, or a number. */
  readonly address: string;
}

/** Somebody we know. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly ContactAddress[];
  readonly favourite: boolean;
  readonly note: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** A contact to be saved: without an id it is a new one. */
export interface ContactDraft {
  readonly id?: string | undefined;
  readonly name: string;
  readonly addresses: readonly ContactAddress[];
  readonly favourite?: boolean | undefined;
  readonly note?: string | undefined;
}

/** Addresses of one person that are kept. */
const MOST_ADDRESSES = 20;
const LONGEST_NOTE = 4096;

/** Reads a record, whoever wrote it; `null` when it is none. */
export function readContact(value: unknown): Contact | null {
  const record = objectOf(value);
  if (record === null) return null;
  const id = textOf(record['id']);
  const name = textOf(record['name']);
  if (id === null || id === '' || name === null) return null;
  const addresses: readonly unknown[] = Array.isArray(record['addresses']) ? record['addresses'] : [];
  return Object.freeze<Contact>({
    ...{ id, name },
    addresses: addresses.slice(0, MOST_ADDRESSES).flatMap((each) => readAddress(each) ?? []),
    favourite: record['favourite'] === true,
    note: textOf(record['note'], LONGEST_NOTE) ?? '',
    changedAt: numberOf(record['changedAt']) ?? 0,
  });
}

function readAddress(value: unknown): ContactAddress | null {
  const part = objectOf(value);
  const address = textOf(part?.['address']);
  return address === null || address === '' ? null : { address, label: textOf(part?.['label']) ?? '' };
}

/** By name, as people sort. */
export function tidyContacts(contacts: readonly Contact[]): readonly Contact[] {
  return [...contacts].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/**
 * Who has an address. Numbers match whatever their punctuation; a name without a domain matches that name in any.
 *
 * @param address - a SIP or tel URI, `user@host`, or a number
 */
export function findContact(contacts: readonly Contact[], address: string): Contact | null {
  const { user, host } = addressKey(address);
  if (user === '') return null;
  const { exact, anywhere } = indexOf(contacts);
  return exact.get(`${user}@${host}`) ?? (host === '' ? anywhere.get(user) : exact.get(`${user}@`)) ?? null;
}

interface ContactIndex {
  /** By user and domain; the domain is empty where the contact has none. */
  readonly exact: ReadonlyMap<string, Contact>;
  /** By user, in any domain. */
  readonly anywhere: ReadonlyMap<string, Contact>;
}

/** A long list of calls asks for every name in it, again and again, of the same contacts. */
const indexes = new WeakMap<readonly Contact[], ContactIndex>();

function indexOf(contacts: readonly Contact[]): ContactIndex {
  const known = indexes.get(contacts);
  if (known !== undefined) return known;
  const [exact, anywhere] = [new Map<string, Contact>(), new Map<string, Contact>()];
  for (const contact of contacts) {
    for (const { address } of contact.addresses) {
      const { user, host } = addressKey(address);
      // The first one by name has it.
      if (!exact.has(`${user}@${host}`)) exact.set(`${user}@${host}`, contact);
      if (!anywhere.has(user)) anywhere.set(user, contact);
    }
  }
  const index = { exact, anywhere };
  indexes.set(contacts, index);
  return index;
}

function addressKey(address: string): { readonly user: string; readonly host: string } {
  const [bare = ''] = address
    .trim()
    .replace(/^(sips?|tel):/i, '')
    .split(/[;?]/, 1);
  const at = bare.lastIndexOf('@');
  const user = at < 0 ? bare : bare.slice(0, at);
  const number = user.replace(/[\s().-]/g, '');
  return {
    user: /^\+?[\d*#]+$/.test(number) ? number : user,
    host:
      at < 0
        ? ''
        : bare
            .slice(at + 1)
            .replace(/:\d+$/, '')
            .toLowerCase(),
  };
}
