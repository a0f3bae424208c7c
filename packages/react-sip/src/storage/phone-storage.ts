'use client';

import type { SessionSnapshot } from '@hookswitch/sip-core';
import type { ReadableStore } from '../live/create-live-store.ts';
import type { CallRecord } from './call-record.ts';
import type { Contact, ContactDraft } from './contact.ts';
import type { MessageRecord } from './message-record.ts';
import type { PhoneSettings } from './settings.ts';
import type { StorageStatus } from './storage-status.ts';

export type { ReadableStore };

/** Items, as they are shown. */
export interface ListState<Item> {
  readonly items: readonly Item[];
  /** Whether they were read: before that, there may be more than are shown. */
  readonly loaded: boolean;
}

/** How much a phone storage keeps. */
export interface StorageLimits {
  /** Calls; the oldest are forgotten. Default 1000. */
  readonly calls?: number | undefined;
  /** Contacts; further ones are refused. Default 5000. */
  readonly contacts?: number | undefined;
  /** Texts; the oldest are forgotten. Default 1000. */
  readonly messages?: number | undefined;
}

/** The calls that were, latest first. */
export interface CallHistory extends ReadableStore<ListState<CallRecord>> {
  /** Keeps a session that has ended; one that was kept before changes nothing. */
  readonly record: (session: SessionSnapshot) => Promise<void>;
  /** Marks missed calls as looked at: these, or all. */
  readonly markSeen: (ids?: readonly string[]) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Puts calls back that were removed. */
  readonly restore: (calls: readonly CallRecord[]) => Promise<void>;
}

/** The people we know, by name. */
export interface Contacts extends ReadableStore<ListState<Contact>> {
  /**
   * Adds somebody, or changes who has this id.
   *
   * @throws StorageFullError when there are as many as may be
   */
  readonly save: (contact: ContactDraft) => Promise<Contact>;
  readonly remove: (id: string) => Promise<void>;
  readonly clear: () => Promise<void>;
  /** Who has an address: a SIP or tel URI, `user@host`, or a number. */
  readonly find: (address: string) => Contact | null;
}

/** The texts that were, oldest first. Written by `PhoneStorageProvider`; `useMessages` shows them. */
export interface MessageArchive extends ReadableStore<ListState<MessageRecord>> {
  readonly put: (messages: readonly MessageRecord[]) => Promise<void>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}

/** How settings are changed. */
export interface UpdateSettingsOptions {
  /** Keep the password of `account`; default false, which also forgets one that was kept. */
  readonly rememberPassword?: boolean | undefined;
}

/** What a person has chosen. */
export interface Settings extends ReadableStore<PhoneSettings> {
  /**
   * Changes some settings.
   *
   * @throws StorageFullError when one is longer than 64 kB
   */
  readonly update: (changes: Partial<PhoneSettings>, options?: UpdateSettingsOptions) => Promise<void>;
  /** Forgets all that was chosen. */
  readonly reset: () => Promise<void>;
}

/** What `export()` returns: plain JSON. */
export interface PhoneExport {
  readonly format: 'hookswitch-phone';
  readonly version: 1;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly calls: readonly CallRecord[];
  readonly contacts: readonly Contact[];
  readonly settings: PhoneSettings;
  readonly messages: readonly MessageRecord[];
}

/** How an export is taken in. */
export interface ImportOptions extends UpdateSettingsOptions {
  /** `merge` adds to what there is, `replace` puts it in its place; default `merge`. */
  readonly mode?: 'merge' | 'replace' | undefined;
}

/** How much was taken in. */
export interface ImportResult {
  readonly calls: number;
  readonly contacts: number;
  readonly messages: number;
  /** Records that could not be read, or for which there was no room. */
  readonly skipped: number;
}

/** Call history, contacts, texts and settings of a phone, kept in the browser. */
export interface PhoneStorage {
  readonly calls: CallHistory;
  readonly contacts: Contacts;
  readonly settings: Settings;
  readonly messages: MessageArchive;
  /** Where things are kept. */
  readonly status: ReadableStore<StorageStatus>;
  /** Opens the database and reads everything; done by the hooks. Never rejects. */
  readonly load: () => Promise<void>;
  /** Everything as JSON; the password only with `includePassword`. */
  readonly export: (options?: { readonly includePassword?: boolean }) => Promise<PhoneExport>;
  /**
   * Takes in what `export()` returned, or the text of it.
   *
   * @throws ImportRefusedError when it is something else
   */
  readonly import: (data: unknown, options?: ImportOptions) => Promise<ImportResult>;
  /** Deletes everything, the database too. */
  readonly delete: () => Promise<void>;
  /** Lets go of the database. The next use opens it again. */
  readonly close: () => Promise<void>;
}
