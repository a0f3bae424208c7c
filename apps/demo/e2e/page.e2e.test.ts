import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './support/person.ts';
import { Stage } from './support/stage.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const stage = Stage.forThisFile();
const require = createRequire(import.meta.url);

/** What axe finds wrong with a page: the rule, and where. */
async function complaintsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve('axe-core') });
  // Colours are only what they are once nothing moves any more.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(passing.map(({ finished }) => finished));
  });
  return page.evaluate(async () => {
    const { violations } = await window.axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

describe('the page', () => {
  it('[APP-01] works as npm start serves it, through Vite', async () => {
    const server = await stage.otherServer({ page: 'vite' });
    const page = await stage.page(server.url);
    await page.getByRole('button', { name: 'Sign in as Alice' }).click();
    await page.getByRole('button', { name: 'Call Echo' }).click();
    await expect.poll(() => page.title(), PATIENCE).toBe('On a call with Echo');
    await page.getByRole('button', { name: 'Hang up' }).click();
    await page.getByText('You ended the call').waitFor();
    // React's StrictMode mounts everything twice; the registrar must not see that.
    expect(server.network.registrar.contacts('alice')).toHaveLength(1);
  });

  it('[APP-01] is two people side by side, who call each other', async () => {
    const page = await stage.page(`${stage.server.url}?split=alice,bob&tones`);
    const alice = page.frameLocator('iframe[title="Phone of Alice"]');
    const bob = page.frameLocator('iframe[title="Phone of Bob"]');
    await bob.getByText('Ready', { exact: true }).waitFor();
    await alice.getByRole('button', { name: 'Contacts' }).click();
    await alice.getByTitle('Call bob@example.com').click();
    await bob.getByRole('button', { name: 'Answer', exact: true }).click();
    for (const phone of [alice, bob])
      await phone.getByRole('button', { name: 'Hold', exact: true }).click({ trial: true });
    await bob.getByRole('button', { name: 'Hang up' }).click();
    await alice.getByText('They ended the call').waitFor();
    await alice.getByRole('button', { name: 'Recents' }).click();
    await alice.getByRole('button', { name: /Outgoing/ }).waitFor();
  });

  it('[APP-01] is one phone with one row of tabs where it is narrow, and has two accounts at a press', async () => {
    const page = await stage.page(stage.server.url);
    await page.setViewportSize({ width: 360, height: 720 });
    await page.getByRole('link', { name: 'Open one phone with two accounts' }).click();
    await page.getByRole('button', { name: /^Alice.*Ready/ }).waitFor();
    expect(await page.getByRole('navigation').count()).toBe(1);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('region', { name: 'Line', exact: true }).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Call Echo' }).waitFor();
  });

  it('[RCT-05] remembers calls, and the account only when asked, without its password', async () => {
    const carol = await stage.guest('account=carol&tone=880');
    await carol.press('Call Busy line');
    await carol.sees('Line busy');
    await carol.page.reload();
    await carol.sees('Line busy');
    await carol.press('Sign out');

    const stored = (): Promise<string> => carol.page.evaluate(() => JSON.stringify(localStorage));
    await carol.signInTo(stage.server.sipUrl, 'carol@example.com', 'christmas');
    await carol.isReady();
    expect(await stored()).not.toMatch(/christmas|hookswitch\.account/);
    await carol.press('Sign out');
    await carol.page.getByText('Another server').click();
    await carol.page.getByLabel('Remember me on this computer').check();
    await carol.signInTo(stage.server.sipUrl, 'carol@example.com', 'christmas');
    await carol.isReady();
    expect(await stored()).toContain('hookswitch.account');
    expect(await stored()).not.toContain('christmas');
  });

  it('[KIT-10] gives axe nothing to complain about, in any state', async () => {
    const carol = await stage.visitor();
    await carol.page.getByText('Sound and ringing').click();
    await carol.page.getByText('Another server').click();
    await carol.page.locator('form').getByRole('button', { name: 'Sign in' }).click();
    expect(await complaintsOf(carol.page), 'sign-in').toEqual([]);
    await carol.signInAs('Carol', 880);
    expect(await complaintsOf(carol.page), 'idle').toEqual([]);
    await carol.press('Call Busy line');
    await carol.sees('Line busy');
    expect(await complaintsOf(carol.page), 'ended').toEqual([]);
    await carol.isFree();
    await carol.press('Call Echo');
    await carol.isTalking();
    expect(await complaintsOf(carol.page), 'in a call').toEqual([]);
    await carol.page.setViewportSize({ width: 360, height: 740 });
    expect(await complaintsOf(carol.page), 'in a call, on a narrow page').toEqual([]);
    await carol.page.emulateMedia({ colorScheme: 'dark' });
    expect(await complaintsOf(carol.page), 'in a call, dark').toEqual([]);
  });

  it('[APP-01] follows the choice of light and dark', async () => {
    const page = await stage.page(stage.server.url);
    const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    const dark = await background();
    await page.getByRole('radio', { name: 'Light' }).check({ force: true });
    expect(await background()).not.toBe(dark);
    await page.reload();
    await expect.poll(() => page.getByRole('radio', { name: 'Light' }).isChecked(), PATIENCE).toBe(true);
  });
});
