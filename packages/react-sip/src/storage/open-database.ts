'use client';

import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';

/** What the database holds. What it reads is checked: another version, or another program, may have written it. */
export interface PhoneSchema extends DBSchema {
  readonly calls: { key: string; value: unknown };
  readonly contacts: { key: string; value: unknown };
  readonly settings: { key: string; value: unknown };
  readonly messages: { key: string; value: unknown };
}

/** The open database. */
export type PhoneConnection = IDBPDatabase<PhoneSchema>;
/** One of its stores. */
export type StoreName = StoreNames<PhoneSchema>;
/** A step from one version of the schema to the next. */
export type Migration = (
  database: PhoneConnection,
  transaction: IDBPTransaction<PhoneSchema, StoreName[], 'versionchange'>,
) => void;

/** From nothing to today, in order: the version of the schema is their number. Add to the end; change none. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('calls', { keyPath: 'id' });
    database.createObjectStore('contacts', { keyPath: 'id' });
    database.createObjectStore('settings', { keyPath: 'id' });
  },
  (database) => {
    database.createObjectStore('messages', { keyPath: 'id' });
  },
];

/** What an open database tells. */
export interface DatabaseEvents {
  /** Another tab wants to upgrade (`version`) or delete (`null`) it; ours was closed. */
  readonly onClosed: (version: number | null) => void;
}

/**
 * Opens the database, and brings one of an older version up to date in one transaction: all of it or nothing.
 *
 * @throws whatever IndexedDB does when it is refused; BlockedError when another tab holds an older version open
 */
export function openDatabase(
  name: string,
  events: DatabaseEvents,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<PhoneConnection> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const opening = openDB<PhoneSchema>(name, migrations.length, {
      upgrade(database, from, _to, transaction) {
        // Opening fails with it; nobody has to hear of it twice.
        transaction.done.catch(() => undefined);
        for (const migrate of migrations.slice(from)) migrate(database, transaction);
      },
      blocked() {
        settled = true;
        reject(new DOMException('Another tab holds an older version open.', 'BlockedError'));
      },
      blocking(_current, next, event) {
        // Whoever wants it would wait for us.
        if (event.target instanceof IDBDatabase) event.target.close();
        events.onClosed(next);
      },
      terminated() {
        events.onClosed(null);
      },
    });
    opening.then((database) => {
      // Too late: the page has gone on without.
      if (settled) database.close();
      resolve(database);
    }, reject);
  });
}

/** Deletes the database with all that is in it. */
export async function deleteDatabase(name: string): Promise<void> {
  await deleteDB(name);
}
