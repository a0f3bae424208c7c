import 'fake-indexeddb/auto';
import type { UA } from '@hookswitch/sip-core';
import { act, cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useMessages, type UseMessagesReturnType } from '../hooks/use-messages.ts';
import { SipProvider } from '../provider/sip-provider.tsx';
import { FakeLine } from '../testing/fake-line.ts';
import { closeStorages, freshName, reopened, storageOf } from '../testing/storages.ts';
import { PhoneStorageProvider } from './phone-storage-provider.tsx';
import type { PhoneStorage } from './phone-storage.ts';

let line: FakeLine;
let bob: UA;

beforeEach(async () => {
  line = new FakeLine();
  bob = line.ua('bob');
  bob.on('message', () => undefined);
  void bob.start();
  await line.pass();
});
afterEach(async () => {
  cleanup();
  await closeStorages();
  line.network.close();
});

async function page(storage: PhoneStorage, user = 'alice'): Promise<() => UseMessagesReturnType> {
  let value: UseMessagesReturnType | undefined;
  function Reader(): ReactNode {
    value = useMessages();
    return null;
  }
  render(
    <SipProvider ua={line.ua(user)}>
      <PhoneStorageProvider storage={storage}>
        <Reader />
      </PhoneStorageProvider>
    </SipProvider>,
  );
  await line.pass();
  return () => value!;
}
const bodies = (messages: UseMessagesReturnType['messages']): string[] => messages.map(({ body }) => body);

/** Waits until the disk has these. */
async function written(name: string, statuses: readonly string[]): Promise<void> {
  await vi.waitFor(async () => {
    const reader = storageOf({ name });
    await reader.load();
    expect(reader.messages.getState().items.map(({ status }) => status)).toEqual(statuses);
  });
}

it('[RCT-05] brings the texts of an earlier page back, as they were', async () => {
  const name = freshName();
  const before = await page(storageOf({ name }));
  void bob.message('alice', 'Lunch?');
  await line.pass();
  act(() => void before().send('Yes', 'bob'));
  await line.pass();
  expect(bodies(before().messages)).toEqual(['Lunch?', 'Yes']);
  await written(name, ['received', 'delivered']);
  cleanup();
  const storage = await reopened(name);
  const after = await page(storage);
  await vi.waitFor(() => expect(bodies(after().messages)).toEqual(['Lunch?', 'Yes']));
  expect(after()).toMatchObject({ unread: 1, messages: [{ status: 'received' }, { status: 'delivered' }] });
  act(() => after().markRead());
  act(() => void after().send('Where?', 'bob'));
  await line.pass();
  await written(name, ['received', 'delivered', 'delivered']);
  cleanup();
  const last = await page(await reopened(name));
  await vi.waitFor(() => expect(bodies(last().messages)).toEqual(['Lunch?', 'Yes', 'Where?']));
  expect(last().unread).toBe(0);
});

it('[RCT-05] forgets what was cleared, and keeps accounts apart', async () => {
  const name = freshName();
  const before = await page(storageOf({ name }));
  void bob.message('alice', 'Secret');
  await line.pass();
  await line.pass();
  await written(name, ['received']);
  cleanup();
  const carol = await page(await reopened(name), 'carol');
  expect(carol().messages).toEqual([]);
  cleanup();
  const storage = await reopened(name);
  const after = await page(storage);
  await vi.waitFor(() => expect(bodies(after().messages)).toEqual(['Secret']));
  act(() => after().clear());
  await line.pass();
  expect(before().messages).toHaveLength(1);
  await written(name, []);
});

it('[RCT-05] says that a text was not sent when the page went before the answer', async () => {
  const name = freshName();
  const storage = storageOf({ name });
  const at = { at: 1, status: 'sending', read: true, direction: 'outgoing' } as const;
  await storage.messages.put([
    { id: 'x', account: 'sip:alice@example.com', peer: 'sip:bob@example.com', body: 'Hi', ...at },
  ]);
  const after = await page(await reopened(name));
  await vi.waitFor(() => expect(after().messages).toMatchObject([{ body: 'Hi', status: 'failed' }]));
});
