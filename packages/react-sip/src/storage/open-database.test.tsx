import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { closeStorages, freshName, reopened, storageOf } from '../testing/storages.ts';
import { type Migration, MIGRATIONS, openDatabase } from './open-database.ts';

afterEach(closeStorages);

describe('versions', () => {
  it('[RCT-05] brings an old database up to date, once, and keeps what is in it', async () => {
    const name = freshName();
    const steps: string[] = [];
    const newer: readonly Migration[] = [
      ...MIGRATIONS,
      (_database, transaction) => {
        steps.push('second');
        void transaction.objectStore('contacts').put({ id: 'carol', name: 'Carol' });
      },
      () => void steps.push('third'),
    ];
    const old = storageOf({ name });
    await old.contacts.save({ id: 'bob', name: 'Bob', addresses: [] });
    await old.close();
    const events = { onClosed: (): void => undefined };
    for (let round = 0; round < 2; round += 1) {
      const database = await openDatabase(name, events, newer);
      expect(database.version).toBe(MIGRATIONS.length + 2);
      expect(await database.getAllKeys('contacts')).toEqual(['bob', 'carol']);
      database.close();
    }
    expect(steps).toEqual(['second', 'third']);
  });

  it('[RCT-05] gives a database of the first version a place for texts, and keeps what is in it', async () => {
    const name = freshName();
    const first = await openDatabase(name, { onClosed: () => undefined }, MIGRATIONS.slice(0, 1));
    await first.put('contacts', { id: 'bob', name: 'Bob' });
    expect([...first.objectStoreNames]).toEqual(['calls', 'contacts', 'settings']);
    first.close();
    const storage = await reopened(name);
    expect(storage.contacts.getState().items).toMatchObject([{ id: 'bob' }]);
    const text = { id: 't', account: 'sip:a@b', peer: 'sip:c@b', direction: 'incoming', body: 'Hi' } as const;
    await storage.messages.put([{ ...text, at: 1, status: 'received', read: false }]);
    expect(storage.status.getState()).toEqual({ kind: 'persistent', reason: null });
    expect((await reopened(name)).messages.getState().items).toMatchObject([{ id: 't', body: 'Hi' }]);
  });

  it('[RCT-05] leaves an old database as it was when a step fails', async () => {
    const name = freshName();
    const old = storageOf({ name });
    await old.contacts.save({ id: 'bob', name: 'Bob', addresses: [] });
    await old.close();
    const broken: Migration = (database) => {
      database.deleteObjectStore('contacts');
      throw new Error('broken');
    };
    await expect(openDatabase(name, { onClosed: () => undefined }, [...MIGRATIONS, broken])).rejects.toBeDefined();
    expect((await reopened(name)).contacts.getState().items).toMatchObject([{ id: 'bob' }]);
  });

  it('[RCT-05] makes way for a newer version in another tab, and goes on from memory', async () => {
    const name = freshName();
    const old = storageOf({ name });
    await old.contacts.save({ name: 'Bob', addresses: [] });
    const newer = await openDatabase(name, { onClosed: () => undefined }, [...MIGRATIONS, () => undefined]);
    await old.contacts.save({ name: 'Carol', addresses: [] });
    expect(old.status.getState()).toEqual({ kind: 'memory', reason: 'NEWER_VERSION' });
    expect(old.contacts.getState().items).toHaveLength(2);
    newer.close();
  });

  it('[RCT-05] does not wait for a tab with an older version that does not let go', async () => {
    const name = freshName();
    const stubborn = await openDB(name, 1, { upgrade: (database) => void database.createObjectStore('calls') });
    const newer = [...MIGRATIONS, (): void => undefined];
    await expect(openDatabase(name, { onClosed: () => undefined }, newer)).rejects.toMatchObject({
      name: 'BlockedError',
    });
    stubborn.close();
  });
});
