import { afterEach, expect, it, vi } from 'vitest';
import { over, sessionSnapshot } from '../testing/snapshots.ts';
import { closeStorages, reopened, storageOf } from '../testing/storages.ts';

const name = `browser-${Math.random()}`;

afterEach(closeStorages);

it('[RCT-05] survives a reload in a real browser', async () => {
  const storage = storageOf({ name });
  await storage.calls.record(sessionSnapshot('a', over({ code: 'CANCELED' })));
  await storage.contacts.save({ id: 'bob', name: 'Bob', addresses: [{ label: 'work', address: 'bob' }] });
  await storage.settings.update({ theme: 'dark' });
  expect(storage.status.getState()).toEqual({ kind: 'persistent', reason: null });
  const before = await storage.export();

  const later = await reopened(name);
  expect(await later.export()).toEqual({ ...before, exportedAt: expect.any(String) as string });
  expect(later.calls.getState().items).toMatchObject([{ id: 'a', outcome: 'missed', seen: false }]);

  await later.delete();
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  expect((await reopened(name)).contacts.getState().items).toEqual([]);
});

it('[RCT-05] is the same in two tabs of a real browser', async () => {
  const [one, two] = [storageOf({ name }), storageOf({ name })];
  await Promise.all([one.load(), two.load()]);
  await one.contacts.save({ name: 'Carol', addresses: [] });
  await vi.waitFor(() => expect(two.contacts.getState().items).toMatchObject([{ name: 'Carol' }]));
  await two.delete();
  await vi.waitFor(() => expect(one.contacts.getState().items).toEqual([]));
});
