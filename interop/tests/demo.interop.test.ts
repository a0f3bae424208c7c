import { type Browser, chromium } from 'playwright-core';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedDemo, serveDemo } from '../demo/serve-demo.ts';
import { FirefoxDriver } from '../support/firefox.ts';
import { missing } from '../support/stage.ts';

describe.skipIf(missing('kamailio', 'rtpengine', 'sipp').length > 0)('the demo with Kamailio behind it', () => {
  let demo: ServedDemo;
  let browser: Browser;

  beforeAll(async () => {
    demo = await serveDemo(0);
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--autoplay-policy=no-user-gesture-required', '--disable-features=WebRtcHideLocalIpsWithMdns'],
    });
  });
  afterAll(async () => {
    await browser.close();
    await demo.close();
  });

  it('[APP-03] signs in with a ready account and talks to a plain phone', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(`${demo.url}?account=alice&tone=440`);
    const number = page.getByRole('textbox', { name: 'Number or address', exact: true });
    await number.fill('600');
    await number.press('Enter');
    const talk = page.getByRole('button', { name: 'Hang up', exact: true });
    await talk.waitFor();
    await page
      .getByText(/^0:0[1-9]$/)
      .first()
      .waitFor();
    expect(await demo.lab.kamailio.contacts('alice')).toHaveLength(1);
    await talk.click();
    await number.waitFor();
  });

  it.skipIf(missing('firefox-esr').length > 0)('[APP-03] does the same in Firefox', async () => {
    const firefox = await FirefoxDriver.launch(demo.lab);
    demo.lab.atStop(() => firefox.close());
    const page = await firefox.openPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.setDefaultTimeout(60_000);
    await page.goto(`${demo.url}?account=bob&tone=440`);
    await page.locator('aria/Number or address[role="textbox"]').fill('601');
    await page.keyboard.press('Enter');
    const hangUp = page.locator('aria/Hang up[role="button"]');
    await hangUp.wait();
    await page
      .locator('::-p-xpath(//*[starts-with(normalize-space(text()), "0:0") and not(contains(., "0:00"))])')
      .wait();
    if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'] });
    expect(await demo.lab.kamailio.contacts('bob')).toHaveLength(1);
    await hangUp.click();
    await page.locator('aria/Number or address[role="textbox"]').wait();
    expect(errors).toEqual([]);
  });
});
