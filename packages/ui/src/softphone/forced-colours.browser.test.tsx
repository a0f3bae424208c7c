import { SipProvider } from '@hookswitch/react-sip';
import type {} from '@vitest/browser-playwright';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { cdp } from 'vitest/browser';
import '../styles.css';
import { loadParts } from '../testing/load-parts.ts';
import { PhoneScene } from '../testing/phone-scene.ts';
import { Softphone } from './softphone.tsx';

/** The colours of the system in place of ours, as Windows' contrast themes have it. */
async function force(value: 'active' | 'none'): Promise<void> {
  // What fades in is not judged half way.
  const still = { name: 'prefers-reduced-motion', value: value === 'active' ? 'reduce' : '' };
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }, still] });
}

let scene: PhoneScene;

beforeEach(async () => {
  await Promise.all([force('active'), loadParts()]);
  scene = await new PhoneScene({ media: 'fake' }).start();
});
afterEach(async () => {
  await force('none');
  await scene.close();
});

/** How the disc of a button looks. */
function look(name: string): string {
  const button = [...document.querySelectorAll('.hs-controls button')].find(({ textContent }) => textContent === name);
  const shown = button?.querySelector('.hs-action__disc');
  if (!shown) throw new Error(`No button "${name}".`);
  const { backgroundColor, borderColor, color } = getComputedStyle(shown);
  return [backgroundColor, borderColor, color].join(' ');
}

describe('Softphone in forced colours', () => {
  it('[KIT-10] shows which buttons of a call are on', async () => {
    await scene.answer('marta');
    const screen = await render(
      <SipProvider ua={scene.ua}>
        <Softphone />
      </SipProvider>,
    );
    await expect.element(screen.getByRole('button', { name: 'Mute' })).toBeVisible();
    const off = look('Mute');
    await screen.getByRole('button', { name: 'Mute' }).click();
    await expect.element(screen.getByRole('button', { name: 'Mute' })).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => look('Mute')).not.toBe(off);
  });
});
