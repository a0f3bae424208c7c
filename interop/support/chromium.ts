import process from 'node:process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type DrivenBrowser, type DrivenPage, expression } from './driven-page.ts';

/**
 * A synthetic microphone and camera, sound without a gesture, addresses that rtpengine can read, and nothing that calls
 * home.
 */
export const flags: readonly string[] = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--ignore-certificate-errors',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** Chromium, driven by playwright. */
export class ChromiumDriver implements DrivenBrowser {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async launch(): Promise<ChromiumDriver> {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    return new ChromiumDriver(await chromium.launch({ executablePath, args: [...flags] }));
  }

  get version(): string {
    return `chromium/${this.#browser.version()}`;
  }

  async open(url: string): Promise<DrivenPage> {
    const context = await this.#browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'phone' in window);
    return new ChromiumPage(page);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

class ChromiumPage implements DrivenPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  evaluate<Result>(act: (given: never) => Result, given?: unknown): Promise<Awaited<Result>> {
    return this.#page.evaluate<Awaited<Result>>(expression(act, given));
  }

  onError(listener: (error: string) => void): void {
    this.#page.on('pageerror', (error) => listener(String(error)));
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }
}
