import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeStorages, freshName, reopened, storageOf } from '../testing/storages.ts';
import { answered, over, party, sessionSnapshot } from '../testing/snapshots.ts';
import type { CallRecord } from './call-record.ts';
import { openDatabase } from './open-database.ts';
import type { PhoneStorage } from './phone-storage.ts';

const ended = (id: string, changes: Parameters<typeof sessionSnapshot>[1] = {}) =>
  sessionSnapshot(id, { ...over({ code: 'CANCELED' }, 5000), ...changes });

const ids = (storage: PhoneStorage): readonly string[] => storage.calls.getState().items.map(({ id }) => id);
const outcomes = (storage: PhoneStorage): readonly string[] =>
  storage.calls.getState().items.map((call) => call.outcome);

afterEach(async () => {
  vi.unstubAllGlobals();
  await closeStorages();
});

describe('calls', () => {
  it.each<[CallRecord['outcome'], Parameters<typeof sessionSnapshot>[1]]>([
    ['missed', over({ code: 'CANCELED', by: 'remote' })],
    ['missed', over({ code: 'NO_ANSWER', by: 'local' })],
    ['declined', over({ code: 'UNAVAILABLE', by: 'local', statusCode: 480 })],
    ['elsewhere', over({ code: 'ANSWERED_ELSEWHERE', by: 'remote' })],
    ['answered', { ...answered(1000), ...over({ code: 'HUNG_UP' }, 4000) }],
    ['placed', { direction: 'outgoing', ...answered(1000), ...over({ code: 'HUNG_UP' }, 4000) }],
    ['placed', { direction: 'outgoing', ...over({ code: 'CANCELED', by: 'local' }) }],
    ['failed', { direction: 'outgoing', ...over({ code: 'BUSY', statusCode: 486 }) }],
  ])('[RCT-05] keeps a call as %s', async (outcome, changes) => {
    const storage = storageOf({ name: freshName() });
    await storage.calls.record(sessionSnapshot('a', changes));
    const [call] = storage.calls.getState().items;
    expect(call).toMatchObject({ id: 'a', outcome, seen: outcome !== 'missed', party: party('bob') });
    expect(call?.duration).toBe(changes?.answeredAt === 1000 ? 3000 : null);
  });

  it('[RCT-05] outlive the page', async () => {
    const name = freshName();
    const storage = storageOf({ name });
    await storage.calls.record(ended('a', { createdAt: 1 }));
    await storage.calls.record(ended('b', { createdAt: 9000 }));
    expect(storage.status.getState()).toEqual({ kind: 'persistent', reason: null });
    const before = storage.calls.getState().items;
    const later = await reopened(name);
    expect(later.calls.getState()).toEqual({ items: before, loaded: true });
    expect(ids(later)).toEqual(['b', 'a']);
  });

  it('[RCT-05] are no more than the limit, in memory and on disk; the oldest are forgotten', async () => {
    const name = freshName();
    const storage = storageOf({ name, limits: { calls: 3 } });
    for (let index = 0; index < 6; index += 1) {
      await storage.calls.record(ended(String(index), { createdAt: index * 60_000 }));
    }
    expect(ids(storage)).toEqual(['5', '4', '3']);
    expect(ids(await reopened(name))).toEqual(['5', '4', '3']);
  });

  it('[RCT-05] are marked as seen, removed for good, and cleared', async () => {
    const name = freshName();
    const storage = storageOf({ name });
    const unseen = (): number => storage.calls.getState().items.filter((call) => !call.seen).length;
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      await storage.calls.record(ended(id, { createdAt: index * 60_000 }));
    }
    expect(unseen()).toBe(3);
    await storage.calls.markSeen(['a']);
    expect(unseen()).toBe(2);
    await storage.calls.markSeen();
    expect(unseen()).toBe(0);
    await storage.calls.remove('b');
    await storage.calls.record(ended('b'));
    expect(ids(storage)).toEqual(['c', 'a']);
    await storage.calls.clear();
    expect(ids(await reopened(name))).toEqual([]);
  });

  it('[RCT-05] that ring in two tabs are kept once, by the tab that knows more', async () => {
    const name = freshName();
    const [one, two] = [storageOf({ name }), storageOf({ name })];
    await Promise.all([one.load(), two.load()]);
    await two.calls.record(ended('b', { ...over({ code: 'ANSWERED_ELSEWHERE' }), createdAt: 1000 }));
    await one.calls.record(ended('a', { ...answered(2000), ...over({}, 9000), createdAt: 1040 }));
    await vi.waitFor(() => expect([outcomes(one), outcomes(two)]).toEqual([['answered'], ['answered']]));
    expect(ids(await reopened(name))).toEqual(['a']);
  });

  it('[RCT-05] keeps no text of the network that is too long', async () => {
    const storage = storageOf({ name: freshName() });
    const remote = { ...party('bob'), displayName: 'x'.repeat(100_000) };
    await storage.calls.record(ended('a', { remote }));
    expect(storage.calls.getState().items[0]?.party.displayName).toHaveLength(512);
  });
});

describe('contacts', () => {
  it('[RCT-05] are saved, changed, found and removed', async () => {
    const name = freshName();
    const storage = storageOf({ name });
    const addresses = [
      { label: 'work', address: 'sip:bob@example.com' },
      { label: 'mobile', address: '+49 (30) 123-456' },
    ];
    const bob = await storage.contacts.save({ name: 'Bob', addresses });
    await storage.contacts.save({ name: 'Ada', addresses: [], favourite: true });
    await storage.contacts.save({ ...bob, name: 'Robert' });
    const later = await reopened(name);
    expect(later.contacts.getState().items.map((contact) => contact.name)).toEqual(['Ada', 'Robert']);
    const found = ['bob', 'sip:bob@EXAMPLE.com;transport=ws', 'tel:+4930123456', 'sip:+4930123456@gateway.net'];
    expect(found.map((address) => later.contacts.find(address)?.name)).toEqual(found.map(() => 'Robert'));
    expect(['bob@elsewhere.com', '', 'carol'].map((address) => later.contacts.find(address))).toEqual([
      null,
      null,
      null,
    ]);
    await later.contacts.remove(bob.id);
    expect(later.contacts.getState().items).toHaveLength(1);
  });

  it('[RCT-05] are refused beyond the limit, and none is lost', async () => {
    const storage = storageOf({ name: freshName(), limits: { contacts: 1 } });
    const bob = await storage.contacts.save({ name: 'Bob', addresses: [] });
    await expect(storage.contacts.save({ name: 'Carol', addresses: [] })).rejects.toMatchObject({
      code: 'STORAGE_FULL',
    });
    await storage.contacts.save({ ...bob, note: 'still fits' });
    expect(storage.contacts.getState().items).toMatchObject([{ name: 'Bob', note: 'still fits' }]);
  });
});

describe('settings', () => {
  const account = {
    uri: 'sip:alice@example.com',
    server: 'wss://example.com',
    displayName: null,
    authorizationUser: null,
  };
  const secret = 'correct horse';

  /** Everything in the database, as text. */
  async function onDisk(name: string): Promise<string> {
    const database = await openDB(name);
    const all = await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store)));
    database.close();
    return JSON.stringify(all);
  }

  it('[RCT-05] are kept one by one', async () => {
    const name = freshName();
    const storage = storageOf({ name });
    expect(storage.settings.getState()).toMatchObject({ theme: 'system', ringVolume: 1, account: null });
    await storage.settings.update({ theme: 'dark', app: { columns: [1, 2] } });
    await storage.settings.update({ ringVolume: 0.5 });
    const later = await reopened(name);
    expect(later.settings.getState()).toMatchObject({ theme: 'dark', ringVolume: 0.5, app: { columns: [1, 2] } });
    await later.settings.reset();
    expect((await reopened(name)).settings.getState()).toMatchObject({ theme: 'system', ringVolume: 1, app: {} });
  });

  it('[RCT-05] never hold a password unless it is asked for', async () => {
    const name = freshName();
    const storage = storageOf({ name });
    const app = { nested: { authorization_password: secret, ha1: secret, list: [{ secretKey: secret }] }, kept: 1 };
    await storage.settings.update({ account: { ...account, password: secret }, app });
    expect(await onDisk(name)).not.toContain(secret);
    expect(storage.settings.getState().account).toEqual({ ...account, password: null });
    expect(storage.settings.getState().app).toEqual({ nested: { list: [{}] }, kept: 1 });

    await storage.settings.update({ account: { ...account, password: secret } }, { rememberPassword: true });
    const later = await reopened(name);
    expect(later.settings.getState().account?.password).toBe(secret);
    expect(JSON.stringify(await later.export())).not.toContain(secret);
    expect(JSON.stringify(await later.export({ includePassword: true }))).toContain(secret);
    await later.settings.update({ account: { ...account, password: secret } });
    expect(await onDisk(name)).not.toContain(secret);
  });

  it('[RCT-05] are refused when they are too long', async () => {
    const storage = storageOf({ name: freshName() });
    await expect(storage.settings.update({ app: { text: 'x'.repeat(70_000) } })).rejects.toMatchObject({
      code: 'STORAGE_FULL',
    });
    expect(storage.settings.getState().app).toEqual({});
  });
});

describe('several tabs', () => {
  it('[RCT-05] see each other’s changes, and lose none made at the same time', async () => {
    const name = freshName();
    const [one, two] = [storageOf({ name }), storageOf({ name })];
    await Promise.all([one.load(), two.load()]);
    const kept = two.calls.getState().items;
    await Promise.all([
      one.contacts.save({ name: 'Bob', addresses: [] }),
      two.contacts.save({ name: 'Carol', addresses: [] }),
      one.settings.update({ theme: 'dark' }),
      two.settings.update({ language: 'de' }),
    ]);
    for (const storage of [one, two]) {
      await vi.waitFor(() => {
        expect(storage.contacts.getState().items.map((contact) => contact.name)).toEqual(['Bob', 'Carol']);
        expect(storage.settings.getState()).toMatchObject({ theme: 'dark', language: 'de' });
      });
    }
    expect(two.calls.getState().items).toBe(kept);
    await one.delete();
    await vi.waitFor(() => expect(two.contacts.getState().items).toEqual([]));
  });

  it('[RCT-05] keep what did not change as it was', async () => {
    const name = freshName();
    const [one, two] = [storageOf({ name }), storageOf({ name })];
    await one.contacts.save({ name: 'Bob', addresses: [] });
    await two.load();
    const [bob] = two.contacts.getState().items;
    await one.contacts.save({ name: 'Carol', addresses: [] });
    await vi.waitFor(() => expect(two.contacts.getState().items).toHaveLength(2));
    expect(two.contacts.getState().items[0]).toBe(bob);
  });
});

describe('export and import', () => {
  it('[RCT-05] go round, into another database', async () => {
    const storage = storageOf({ name: freshName() });
    await storage.calls.record(ended('a'));
    await storage.contacts.save({ name: 'Bob', addresses: [{ label: '', address: 'bob' }] });
    await storage.settings.update({ theme: 'light' });
    const text = JSON.stringify(await storage.export());
    const other = storageOf({ name: freshName() });
    await other.contacts.save({ name: 'Carol', addresses: [] });
    expect(await other.import(text)).toEqual({ calls: 1, contacts: 1, messages: 0, skipped: 0 });
    expect(other.contacts.getState().items.map((contact) => contact.name)).toEqual(['Bob', 'Carol']);
    expect(await other.import(JSON.parse(text), { mode: 'replace' })).toEqual({
      calls: 1,
      contacts: 1,
      messages: 0,
      skipped: 0,
    });
    const { exportedAt, ...rest } = await other.export();
    expect(JSON.parse(text)).toEqual({ ...rest, exportedAt: expect.any(String) as string });
    expect(Date.parse(exportedAt)).not.toBeNaN();
  });

  it.each([['{'], ['[]'], [null], [{ format: 'other' }], [{ format: 'hookswitch-phone', version: 2 }]])(
    '[RCT-05] refuses %j and changes nothing',
    async (data) => {
      const storage = storageOf({ name: freshName() });
      await storage.contacts.save({ name: 'Bob', addresses: [] });
      await expect(storage.import(data, { mode: 'replace' })).rejects.toMatchObject({ code: 'IMPORT_REFUSED' });
      expect(storage.contacts.getState().items).toHaveLength(1);
    },
  );

  it('[RCT-05] skips what cannot be read or has no room, and forgets passwords', async () => {
    const storage = storageOf({ name: freshName(), limits: { contacts: 2 } });
    const contact = (id: string) => ({ id, name: id, addresses: 'none' });
    const data = {
      ...{ format: 'hookswitch-phone', version: 1, calls: [null, 7, { id: 'x' }] },
      contacts: [contact('a'), contact('b'), contact('c'), {}],
      settings: { account: { uri: 'sip:a@b', server: 'wss://b', password: 'secret' }, theme: 'plaid', app: 7 },
    };
    expect(await storage.import(data)).toEqual({ calls: 0, contacts: 2, messages: 0, skipped: 5 });
    expect(storage.settings.getState()).toMatchObject({ account: { password: null }, theme: 'system', app: {} });
  });
});

describe('trouble', () => {
  it('[RCT-05] works from memory without IndexedDB, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const storage = storageOf({ name: freshName() });
    await storage.calls.record(ended('a'));
    await storage.contacts.save({ name: 'Bob', addresses: [] });
    await storage.settings.update({ theme: 'dark' });
    expect(storage.status.getState()).toEqual({ kind: 'memory', reason: 'UNSUPPORTED' });
    expect(await storage.export()).toMatchObject({ calls: [{ id: 'a' }], contacts: [{ name: 'Bob' }] });
    await storage.delete();
    expect(await storage.export()).toMatchObject({ calls: [], contacts: [], settings: { theme: 'system' } });
  });

  it.each([
    ['SecurityError', 'REFUSED'],
    ['InvalidStateError', 'REFUSED'],
    ['VersionError', 'NEWER_VERSION'],
    ['UnknownError', 'FAILED'],
  ])('[RCT-05] works from memory when opening throws %s', async (error, reason) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', error);
    });
    const storage = storageOf({ name: freshName() });
    await storage.contacts.save({ name: 'Bob', addresses: [] });
    expect(storage.status.getState()).toEqual({ kind: 'memory', reason });
    expect(storage.contacts.getState().items).toHaveLength(1);
  });

  it('[RCT-05] says when the disk is full, and goes on', async () => {
    const storage = storageOf({ name: freshName() });
    await storage.load();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await storage.contacts.save({ name: 'Bob', addresses: [] });
    expect(storage.status.getState()).toEqual({ kind: 'memory', reason: 'FULL' });
    expect(storage.contacts.getState().items).toHaveLength(1);
    put.mockRestore();
    await storage.contacts.save({ name: 'Carol', addresses: [] });
    expect(storage.status.getState()).toEqual({ kind: 'persistent', reason: null });
  });

  it('[RCT-05] leaves out what it cannot read', async () => {
    const name = freshName();
    const closed = (): void => undefined;
    const database = await openDatabase(name, { onClosed: closed });
    const call = { id: 'good', party: { uri: 'sip:bob@example.com' }, outcome: 'missed', startedAt: 1 };
    const bad = [{ id: 'a' }, { ...call, id: 'b', startedAt: Number.NaN }, { ...call, id: 'c', party: 7 }, { id: 5 }];
    for (const each of [...bad, call]) await database.put('calls', each);
    for (const each of [
      { id: 'x', name: 5 },
      { id: 'y', name: 'Bob', addresses: [null, { address: 1 }] },
    ]) {
      await database.put('contacts', each);
    }
    for (const each of [
      { id: 'theme', value: {} },
      { id: 'account', value: 'text' },
      { id: '__proto__', value: 1 },
    ]) {
      await database.put('settings', each);
    }
    database.close();
    const storage = await reopened(name);
    expect(storage.calls.getState().items).toEqual([
      expect.objectContaining({ id: 'good', direction: 'incoming', cause: null, seen: true, duration: null }),
    ]);
    expect(storage.contacts.getState().items).toMatchObject([{ name: 'Bob', addresses: [] }]);
    expect(storage.settings.getState()).toMatchObject({ theme: 'system', account: null });
  });
});
