'use client';

import { systemRandom } from '@hookswitch/sip-core';
import { callRecord, type CallRecord, readCallRecord, tidyCalls } from './call-record.ts';
import { Collection } from './collection.ts';
import { type Contact, findContact, readContact, tidyContacts } from './contact.ts';
import { type MessageRecord, readMessageRecord, tidyMessages } from './message-record.ts';
import type { StoreName } from './open-database.ts';
import { PhoneDatabase } from './phone-database.ts';
import type {
  CallHistory,
  Contacts,
  ListState,
  PhoneStorage,
  ReadableStore,
  Settings,
  StorageLimits,
} from './phone-storage.ts';
import {
  isTooLong,
  LONGEST_SETTING,
  readSettingRecord,
  readSettings,
  type SettingRecord,
  settingRecords,
} from './settings.ts';
import { StorageFullError } from './storage-errors.ts';
import { exportPhone, importPhone } from './transfer-phone.ts';

/** Options of {@link createPhoneStorage}. */
export interface CreatePhoneStorageParameters {
  /** Name of the database: one for each account whose calls are not to mix. Default `hookswitch`. */
  readonly name?: string | undefined;
  readonly limits?: StorageLimits | undefined;
}

/** How many calls it remembers to have recorded. The store names no more than fifty that ended. */
const RECORDED = 500;

/**
 * Keeps call history, contacts, texts and settings in IndexedDB. Opens nothing until it is used, so that it may be made at
 * module level and on a server. Several tabs see each other's changes. Where the browser refuses, it works from memory
 * and `status` says so.
 *
 * @example
 * ```tsx
 * const storage = createPhoneStorage({ name: 'alice@example.com', limits: { calls: 500 } });
 *
 * <SipProvider ua={ua}>
 *   <PhoneStorageProvider storage={storage}>
 *     <Phone />
 *   </PhoneStorageProvider>
 * </SipProvider>;
 * ```
 */
export function createPhoneStorage(parameters: CreatePhoneStorageParameters = {}): PhoneStorage {
  const { name = 'hookswitch', limits = {} } = parameters;
  const most = {
    ...{ calls: limits.calls ?? 1000, contacts: limits.contacts ?? 5000 },
    messages: limits.messages ?? 1000,
  };
  const database = new PhoneDatabase(name, (store) => void collections[store].reload());
  const calls = new Collection<CallRecord>({
    ...{ store: 'calls', database, read: readCallRecord },
    tidy: (items) => tidyCalls(items, most.calls),
  });
  const contacts = new Collection<Contact>({ store: 'contacts', database, read: readContact, tidy: tidyContacts });
  const settings = new Collection<SettingRecord>({
    ...{ store: 'settings', database, read: readSettingRecord },
    tidy: (items) => items,
  });
  const messages = new Collection<MessageRecord>({
    ...{ store: 'messages', database, read: readMessageRecord },
    tidy: (items) => tidyMessages(items, most.messages),
  });
  const parts = { calls, contacts, settings, messages, limits: most };
  const collections = { calls, contacts, settings, messages } satisfies Record<StoreName, unknown>;
  const all = Object.values(collections);

  const load = async (): Promise<void> => {
    await Promise.all(all.map((collection) => collection.load()));
  };
  const empty = (): Promise<unknown> => Promise.all(all.map((collection) => collection.replace([])));
  return Object.freeze<PhoneStorage>({
    calls: callHistory(calls),
    contacts: contactBook(contacts, most.contacts),
    settings: settingsOf(settings),
    messages: {
      ...readable(messages),
      put: (records) => messages.put(records),
      remove: (ids) => messages.delete(ids),
    },
    status: database.status,
    load,
    async export(options = {}) {
      await load();
      return exportPhone(parts, options.includePassword === true);
    },
    async import(data, options = {}) {
      await load();
      return await importPhone(parts, data, options);
    },
    async delete() {
      await empty();
      await database.delete();
    },
    async close() {
      await database.close();
      for (const collection of all) collection.unload();
    },
  });
}

function callHistory(calls: Collection<CallRecord>): CallHistory {
  const recorded = new Set<string>();
  return {
    ...readable(calls),
    async record(session) {
      // One that somebody has taken off the list stays off it.
      if (recorded.has(session.id)) return;
      recorded.add(session.id);
      for (const id of recorded) if (recorded.size > RECORDED) recorded.delete(id);
      await calls.put([callRecord(session)]);
    },
    async markSeen(ids) {
      await calls.load();
      const unseen = calls.items.filter((call) => !call.seen && (ids === undefined || ids.includes(call.id)));
      if (unseen.length > 0) await calls.put(unseen.map((call) => Object.freeze({ ...call, seen: true })));
    },
    remove: (id) => calls.delete([id]),
    clear: () => calls.replace([]),
    restore: (records) => calls.put(records),
  };
}

function contactBook(contacts: Collection<Contact>, limit: number): Contacts {
  return {
    ...readable(contacts),
    async save(draft) {
      await contacts.load();
      const id = draft.id ?? newId();
      const known = contacts.items.find((contact) => contact.id === id);
      if (known === undefined && contacts.items.length >= limit) throw new StorageFullError('contacts', limit);
      const contact = readContact({ ...known, ...draft, id, changedAt: Date.now() });
      if (contact === null) throw new TypeError('A contact needs a name.');
      await contacts.put([contact]);
      return contact;
    },
    remove: (id) => contacts.delete([id]),
    clear: () => contacts.replace([]),
    find: (address) => findContact(contacts.items, address),
  };
}

function settingsOf(records: Collection<SettingRecord>): Settings {
  let [from, read] = [records.items, readSettings(records.items)];
  const current = (items: readonly SettingRecord[]): typeof read => {
    if (items !== from) [from, read] = [items, readSettings(items)];
    return read;
  };
  const initial = read;
  return {
    getState: () => current(records.items),
    getInitialState: () => initial,
    subscribe(listener) {
      let last = current(records.items);
      return records.state.subscribe(({ items }) => {
        const before = last;
        last = current(items);
        if (last !== before) listener(last, before);
      });
    },
    async update(changes, options = {}) {
      const changed = settingRecords(changes, options.rememberPassword === true);
      const long = changed.find(isTooLong);
      if (long !== undefined) throw new StorageFullError(`in the setting "${long.id}"`, LONGEST_SETTING);
      await records.put(changed);
    },
    reset: () => records.replace([]),
  };
}

/** The state of a collection, without what changes it. */
function readable<Item extends { readonly id: string }>({ state }: Collection<Item>): ReadableStore<ListState<Item>> {
  const { getState, getInitialState, subscribe } = state;
  return { getState, getInitialState, subscribe };
}

function newId(): string {
  return Array.from(systemRandom().bytes(12), (octet) => octet.toString(16).padStart(2, '0')).join('');
}
