import path from 'node:path';
import process from 'node:process';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findProgram } from '../lab/daemon.ts';
import type { Lab } from '../lab/lab.ts';
import { Pulse } from '../lab/pulse.ts';
import { type DrivenBrowser, type DrivenPage, expression } from './driven-page.ts';

/** What a test wants different from a browser that was just installed. */
const preferences: Readonly<Record<string, boolean | number | string>> = {
  // A synthetic microphone and camera without a question, and sound without a gesture.
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.autoplay.block-webaudio': false,
  // Addresses that rtpengine can read; and it, like coturn, is at 127.0.0.1.
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.peerconnection.ice.loopback': true,
  // The tab of a phone is seldom the one in front.
  'dom.min_background_timeout_value': 4,
  // Nothing that calls home.
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-provider.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/** Firefox, driven by puppeteer over WebDriver BiDi; playwright needs a Firefox of its own. */
export class FirefoxDriver implements DrivenBrowser {
  readonly version: string;
  readonly #browser: Browser;

  private constructor(browser: Browser, version: string) {
    this.#browser = browser;
    this.version = version;
  }

  /** Starts it with a sound server of its own: without one it plays nothing, and runs no AudioContext. */
  static async launch(lab: Pick<Lab, 'newFolder' | 'atStop'>): Promise<FirefoxDriver> {
    const executablePath = findProgram('firefox-esr') ?? findProgram('firefox');
    if (executablePath === undefined) throw new Error('Firefox is not installed.');
    const folder = await lab.newFolder('firefox');
    const pulse = await Pulse.start(folder);
    lab.atStop(() => pulse.stop());
    const browser = await launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      acceptInsecureCerts: true,
      userDataDir: path.join(folder, 'profile'),
      env: { ...process.env, PULSE_SERVER: pulse.address },
      extraPrefsFirefox: { ...preferences },
    });
    return new FirefoxDriver(browser, await browser.version());
  }

  async open(url: string): Promise<DrivenPage> {
    const page = await this.openPage();
    await page.goto(url);
    await page.waitForFunction(() => 'phone' in window);
    return new FirefoxPage(page);
  }

  /** A page of puppeteer's, for tests that click. */
  async openPage(): Promise<Page> {
    const context = await this.#browser.createBrowserContext();
    return context.newPage();
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

class FirefoxPage implements DrivenPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  evaluate<Result>(act: (given: never) => Result, given?: unknown): Promise<Awaited<Result>> {
    return this.#page.evaluate<[], () => Result>(expression(act, given));
  }

  onError(listener: (error: string) => void): void {
    this.#page.on('pageerror', (error) => listener(String(error)));
  }

  close(): Promise<void> {
    return this.#page.browserContext().close();
  }
}
