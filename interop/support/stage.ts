import process from 'node:process';
import { inject } from 'vitest';
import { findProgram } from '../lab/daemon.ts';
import { type Lab, type LabOptions, startLab } from '../lab/lab.ts';
import { ChromiumDriver } from './chromium.ts';
import type { BrowserName, DrivenBrowser } from './driven-page.ts';
import { FirefoxDriver } from './firefox.ts';
import { Phone, type PhoneOptions } from './phone.ts';

/** What the tests of a file share: the servers, the browsers, the page. */
export class Stage {
  readonly lab: Lab;
  readonly #browsers = new Map<BrowserName, Promise<DrivenBrowser>>();
  readonly #url: string;
  readonly #phones: Phone[] = [];

  private constructor(lab: Lab, url: string) {
    this.lab = lab;
    this.#url = url;
  }

  static async open(options: LabOptions = {}): Promise<Stage> {
    return new Stage(await startLab(options), inject('interopPage'));
  }

  /** A browser, started when it is first asked for. */
  browser(name: BrowserName = 'chromium'): Promise<DrivenBrowser> {
    const known = this.#browsers.get(name);
    if (known !== undefined) return known;
    const launched = launch(name, this.lab).then((browser) => {
      this.lab.atStop(() => browser.close());
      return browser;
    });
    this.#browsers.set(name, launched);
    return launched;
  }

  /** A phone that is not started. */
  async phone(user: string, name: BrowserName = 'chromium'): Promise<Phone> {
    const browser = await this.browser(name);
    const phone = new Phone(user, await browser.open(this.#url));
    this.#phones.push(phone);
    return phone;
  }

  /** A phone that is registered. */
  async signedIn(
    user: string,
    tone: number | null,
    options: Partial<PhoneOptions> & { server?: string; browser?: BrowserName } = {},
  ): Promise<Phone> {
    const { server = this.lab.kamailio.ws, browser, ...rest } = options;
    const phone = await this.phone(user, browser);
    await phone.signIn(server, { user, tone, ...rest });
    return phone;
  }

  /** After each test: ends every phone; returns what their pages threw. */
  async clear(): Promise<readonly string[]> {
    const phones = this.#phones.splice(0);
    await Promise.all(phones.map((phone) => phone.close()));
    return phones.flatMap(({ complaints }) => complaints);
  }

  async close(): Promise<void> {
    await this.clear();
    await this.lab.stop();
  }
}

function launch(name: BrowserName, lab: Lab): Promise<DrivenBrowser> {
  return name === 'chromium' ? ChromiumDriver.launch() : FirefoxDriver.launch(lab);
}

/** Which of the programs that a test needs are not installed here, as the script that runs the tests has found. */
export function missing(...programs: readonly string[]): readonly string[] {
  const known = process.env['HOOKSWITCH_INTEROP_MISSING'];
  if (known !== undefined) return programs.filter((program) => known.split(',').includes(program));
  return programs.filter((program) => findProgram(program) === undefined);
}
