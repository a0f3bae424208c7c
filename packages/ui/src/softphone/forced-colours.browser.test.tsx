import { SipProvider } from '@hookswitch/react-sip';
import { createPhoneStorage, type PhoneStorage, PhoneStorageProvider } from '@hookswitch/react-sip/storage';
import type {} from '@vitest/browser-playwright';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render, type RenderResult } from 'vitest-browser-react';
import { cdp } from 'vitest/browser';
import '../styles.css';
import { loadParts } from '../testing/load-parts.ts';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

const soon = { timeout: 8000, interval: 20 };

/** The colours of the system in place of ours, as Windows' contrast themes have it. */
async function force(value: 'active' | 'none'): Promise<void> {
  // What fades in is not judged half way.
  const still = { name: 'prefers-reduced-motion', value: value === 'active' ? 'reduce' : '' };
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }, still] });
}

let scene: PhoneScene;
let storage: PhoneStorage;

beforeEach(async () => {
  await Promise.all([force('active'), loadParts()]);
  scene = await new PhoneScene({ media: 'fake' }).start();
  storage = createPhoneStorage({ name: `forced-${Math.random()}` });
  await storage.contacts.save({ name: 'Ben Carter', addresses: [{ label: 'work', address: '1002' }], favourite: true });
});
afterEach(async () => {
  await force('none');
  await storage.delete();
  await scene.close();
});

const phone = (): Promise<RenderResult> =>
  render(
    <SipProvider ua={scene.ua}>
      <PhoneStorageProvider storage={storage}>
        <main style={{ blockSize: '640px', inlineSize: '360px' }}>
          <Softphone sections={['keypad', 'recents', 'contacts', 'messages', 'settings']} />
        </main>
      </PhoneStorageProvider>
    </SipProvider>,
  );

/** What axe finds wrong, and where. */
async function violations(): Promise<readonly string[]> {
  const found = await axe.run('main', {
    resultTypes: ['violations'],
    rules: { 'page-has-heading-one': { enabled: false } },
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How the disc of a button looks. */
function look(name: string): string {
  const button = [...document.querySelectorAll('.hs-controls button')].find(({ textContent }) => textContent === name);
  const shown = button?.querySelector('.hs-action__disc');
  if (!shown) throw new Error(`No button "${name}".`);
  const { backgroundColor, borderColor, color } = getComputedStyle(shown);
  return [backgroundColor, borderColor, color].join(' ');
}

describe('Softphone in forced colours', () => {
  it.each(['Dial', 'Recents', 'Contacts', 'Messages', 'Settings'])('[KIT-10] can be read: %s', async (section) => {
    const screen = await phone();
    await screen.getByRole('button', { name: section, exact: true }).click();
    await expect.element(screen.getByRole('button', { name: section, exact: true })).toHaveAttribute('aria-current');
    await expect.poll(() => document.querySelector('.hs-section-wait'), soon).toBeNull();
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    expect(await violations()).toEqual([]);
  });

  it('[KIT-10] can be read while somebody rings, and when they gave up', async () => {
    const call = await scene.receive('jonas');
    const screen = await phone();
    await expect.element(screen.getByRole('dialog')).toBeVisible();
    expect(await violations()).toEqual([]);
    await call.terminate();
    await expect.element(screen.getByRole('button', { name: 'Close' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('[KIT-10] shows which buttons of a call are on', async () => {
    await scene.answer('marta');
    const screen = await phone();
    await expect.element(screen.getByRole('button', { name: 'Mute' })).toBeVisible();
    const off = look('Mute');
    await screen.getByRole('button', { name: 'Mute' }).click();
    await expect.element(screen.getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => look('Mute')).not.toBe(off);
    expect(await violations()).toEqual([]);
  });
});
