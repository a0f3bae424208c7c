import { SipProvider } from '@hookswitch/react-sip';
import { createPhoneStorage, type PhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render, type RenderResult } from 'vitest-browser-react';
import '../styles.css';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

const soon = { timeout: 8000, interval: 20 };
const name = `sections-${Math.random()}`;
let scene: PhoneScene;
let storage: PhoneStorage;

beforeEach(async () => {
  scene = new PhoneScene({ media: 'fake' });
  storage = createPhoneStorage({ name });
  await scene.start();
});
afterEach(async () => {
  await storage.delete();
  await scene.close();
});

const phone = (): Promise<RenderResult> =>
  render(
    <SipProvider ua={scene.ua}>
      <PhoneStorageProvider storage={storage}>
        <div style={{ blockSize: '640px', inlineSize: '360px' }}>
          <Softphone />
        </div>
      </PhoneStorageProvider>
    </SipProvider>,
  );

/** What a reload does: another user agent, another connection to the database. */
async function reload(screen: RenderResult): Promise<RenderResult> {
  await screen.unmount();
  await storage.close();
  await scene.close();
  scene = new PhoneScene({ media: 'fake' });
  storage = createPhoneStorage({ name });
  await scene.start();
  return phone();
}

describe('the sections of a softphone', () => {
  it('[RCT-05] have the missed call and the text after a reload, still unseen', async () => {
    const first = await phone();
    const call = await scene.receive('jonas');
    await call.terminate();
    const ben = await scene.other('ben');
    await ben.message(scene.network.uri('1001'), 'Lunch?');
    await expect.element(first.getByRole('button', { name: 'Recents 1 new' }), soon).toBeVisible();
    await expect.element(first.getByRole('button', { name: 'Messages 1 new' }), soon).toBeVisible();
    const again = await reload(first);
    await expect.element(again.getByRole('button', { name: 'Messages 1 new' }), soon).toBeVisible();
    await again.getByRole('button', { name: 'Recents 1 new' }).click();
    await expect.element(again.getByText('Jonas Weber', { exact: true }), soon).toBeVisible();
    const seen = await reload(again);
    await seen.getByRole('button', { name: 'Recents', exact: true }).click();
    await expect.element(seen.getByText('Jonas Weber', { exact: true }), soon).toBeVisible();
    await seen.getByRole('button', { name: 'Messages 1 new' }).click();
    await expect.element(seen.getByText('Lunch?', { exact: true }), soon).toBeVisible();
  });

  it('[KIT-05] follow the presence of those in view alone, and of nobody when they are left', async () => {
    const people = Array.from({ length: 300 }, (_, index) => ({ id: `c${index}`, name: `Person ${1000 + index}` }));
    const contacts = people.map((person, index) => ({
      ...{ ...person, favourite: false, note: '', changedAt: 0 },
      addresses: [{ label: '', address: String(2000 + index) }],
    }));
    await storage.import({ format: 'hookswitch-phone', version: 1, calls: [], contacts, settings: {} });
    const screen = await phone();
    const followed = (): number => scene.ua.userAgent.subscriptions.size;
    await screen.getByRole('button', { name: 'Contacts', exact: true }).click();
    await expect.element(screen.getByText('Person 1000', { exact: true }), soon).toBeVisible();
    await expect.poll(followed, soon).toBeGreaterThan(4);
    expect(followed()).toBeLessThan(25);
    await screen.getByRole('button', { name: 'Dial', exact: true }).click();
    // The mailbox is followed all the time.
    await expect.poll(followed, soon).toBe(1);
  });
});
