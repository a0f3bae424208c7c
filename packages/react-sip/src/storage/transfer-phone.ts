'use client';

import { type CallRecord, readCallRecord } from './call-record.ts';
import type { Collection } from './collection.ts';
import { type Contact, readContact } from './contact.ts';
import { type MessageRecord, readMessageRecord } from './message-record.ts';
import type { ImportOptions, ImportResult, PhoneExport } from './phone-storage.ts';
import { objectOf } from './record-reading.ts';
import { isTooLong, readSettings, type SettingRecord, settingRecords } from './settings.ts';
import { ImportRefusedError } from './storage-errors.ts';

/** What is exported, and imported into. */
export interface PhoneParts {
  readonly calls: Collection<CallRecord>;
  readonly contacts: Collection<Contact>;
  readonly settings: Collection<SettingRecord>;
  readonly messages: Collection<MessageRecord>;
  readonly limits: { readonly calls: number; readonly contacts: number; readonly messages: number };
}

/** Everything as JSON. */
export function exportPhone(parts: PhoneParts, includePassword: boolean): PhoneExport {
  const settings = readSettings(parts.settings.items);
  const account =
    settings.account === null || includePassword ? settings.account : { ...settings.account, password: null };
  return {
    format: 'hookswitch-phone',
    version: 1,
    exportedAt: new Date().toISOString(),
    calls: parts.calls.items,
    contacts: parts.contacts.items,
    settings: { ...settings, account },
    messages: parts.messages.items,
  };
}

/** Takes an export in, record by record. */
export async function importPhone(parts: PhoneParts, data: unknown, options: ImportOptions): Promise<ImportResult> {
  const { mode = 'merge', rememberPassword = false } = options;
  const given = objectOf(typeof data === 'string' ? parseJson(data) : data);
  if (given === null || given['format'] !== 'hookswitch-phone')
    throw new ImportRefusedError('it is no export of a phone');
  if (given['version'] !== 1) throw new ImportRefusedError('it was written by a newer version');

  const [callsGiven, contactsGiven] = [listOf(given['calls']), listOf(given['contacts'])];
  const textsGiven = listOf(given['messages']);
  const messages = unique(textsGiven.flatMap((each) => readMessageRecord(each) ?? [])).slice(-parts.limits.messages);
  const calls = unique(callsGiven.flatMap((each) => readCallRecord(each) ?? [])).slice(0, parts.limits.calls);
  const room = mode === 'replace' ? [] : parts.contacts.items;
  const contacts = bounded(
    unique(contactsGiven.flatMap((each) => readContact(each) ?? [])),
    room,
    parts.limits.contacts,
  );
  const settings = settingRecords(objectOf(given['settings']) ?? {}, rememberPassword).filter(
    (record) => !isTooLong(record),
  );
  await Promise.all(
    mode === 'replace'
      ? [
          ...[parts.calls.replace(calls), parts.contacts.replace(contacts)],
          ...[parts.settings.replace(settings), parts.messages.replace(messages)],
        ]
      : [
          ...[parts.calls.put(calls), parts.contacts.put(contacts)],
          ...[parts.settings.put(settings), parts.messages.put(messages)],
        ],
  );
  const asked = callsGiven.length + contactsGiven.length + textsGiven.length;
  const skipped = asked - calls.length - contacts.length - messages.length;
  return { calls: calls.length, contacts: contacts.length, messages: messages.length, skipped };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportRefusedError('it is no JSON');
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Each id once. */
function unique<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** As many contacts as there is room for beside those that stay. */
function bounded(contacts: readonly Contact[], stay: readonly Contact[], limit: number): readonly Contact[] {
  const known = new Set(stay.map(({ id }) => id));
  let room = limit - stay.length;
  return contacts.filter(({ id }) => {
    if (known.has(id)) return true;
    room -= 1;
    return room >= 0;
  });
}
