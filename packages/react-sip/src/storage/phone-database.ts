'use client';

import type { IDBPObjectStore } from 'idb';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  deleteDatabase,
  openDatabase,
  type PhoneConnection,
  type PhoneSchema,
  type StoreName,
} from './open-database.ts';
import { IDLE, memoryStatus, PERSISTENT, type StorageStatus } from './storage-status.ts';

/** A store that may be changed. */
export type WritableStore = Pick<
  IDBPObjectStore<PhoneSchema, [StoreName], StoreName, 'readwrite'>,
  'put' | 'delete' | 'clear'
>;

/** A database that is opened when it is first needed, and done without when it is refused. */
export class PhoneDatabase {
  readonly name: string;
  readonly status: StoreApi<StorageStatus> = createStore<StorageStatus>(() => IDLE);
  /** Told when another tab, or the browser, has changed a store. */
  readonly #changed: (store: StoreName) => void;
  #connection: Promise<PhoneConnection | null> | undefined;
  #channel: BroadcastChannel | undefined;

  constructor(name: string, changed: (store: StoreName) => void) {
    this.name = name;
    this.#changed = changed;
  }

  /** Every record of a store; `undefined` when the database is refused. */
  async read(store: StoreName): Promise<readonly unknown[] | undefined> {
    return await this.#attempt((connection) => connection.getAll(store));
  }

  /**
   * Changes a store. Resolves when that is on disk; without a database, at once.
   *
   * @param act - starts all of it at once, for it to be one transaction
   */
  async write(store: StoreName, act: (records: WritableStore) => readonly Promise<unknown>[]): Promise<void> {
    await this.#attempt(async (connection) => {
      const transaction = connection.transaction(store, 'readwrite');
      await Promise.all([...act(transaction.store), transaction.done]);
      this.#channel?.postMessage(store);
    });
  }

  /** Closes the connection. The next read or write opens it again. */
  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    (await connection)?.close();
    this.status.setState(IDLE, true);
  }

  /** Deletes the database; other tabs see it empty. */
  async delete(): Promise<void> {
    await this.close();
    await deleteDatabase(this.name).catch(() => undefined);
  }

  /** Uses the database. One that was closed under our hands is opened once more. */
  async #attempt<Result>(act: (connection: PhoneConnection) => Promise<Result>): Promise<Result | undefined> {
    for (const last of [false, true]) {
      this.#connection ??= this.#open();
      const connection = await this.#connection;
      if (connection === null) return undefined;
      try {
        const result = await act(connection);
        this.status.setState(PERSISTENT, true);
        return result;
      } catch (error) {
        const closed = error instanceof DOMException && error.name === 'InvalidStateError';
        if (closed && !last) this.#connection = undefined;
        else {
          this.status.setState(memoryStatus(error), true);
          return undefined;
        }
      }
    }
    return undefined;
  }

  async #open(): Promise<PhoneConnection | null> {
    try {
      const connection = await openDatabase(this.name, {
        onClosed: (version) => {
          this.#connection = undefined;
          // Deleted, or cleared by the browser: what others see is nothing.
          if (version === null) for (const store of STORES) this.#changed(store);
        },
      });
      this.#listen();
      return connection;
    } catch (error) {
      this.status.setState(memoryStatus(error), true);
      return null;
    }
  }

  #listen(): void {
    if (this.#channel !== undefined || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(`hookswitch:${this.name}`);
    this.#channel.onmessage = (event: MessageEvent<unknown>) => {
      const store = STORES.find((name) => name === event.data);
      if (store !== undefined) this.#changed(store);
    };
  }
}

const STORES: readonly StoreName[] = ['calls', 'contacts', 'settings', 'messages'];
