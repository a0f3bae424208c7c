import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';
import { findProgram } from '../lab/daemon.ts';
import { type Lab, type LabOptions, startLab } from '../lab/lab.ts';
import { servePage } from './build-page.ts';
import { Phone, type PhoneOptions } from './phone.ts';

/** A synthetic microphone, sound without a gesture, addresses that rtpengine can read, and nothing that calls home. */
const flags = [
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

/** What the tests of a file share: the servers, a browser, the page. */
export class Stage {
  readonly lab: Lab;
  readonly #browser: Browser;
  readonly #url: string;
  readonly #phones: Phone[] = [];

  private constructor(lab: Lab, browser: Browser, url: string) {
    this.lab = lab;
    this.#browser = browser;
    this.#url = url;
  }

  static async open(options: LabOptions = {}): Promise<Stage> {
    const lab = await startLab(options);
    try {
      const page = await servePage();
      lab.atStop(() => page.close());
      const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
      const browser = await chromium.launch({ executablePath, args: flags });
      lab.atStop(() => browser.close());
      return new Stage(lab, browser, page.url);
    } catch (error) {
      await lab.stop();
      throw error;
    }
  }

  /** A phone that is not started. */
  async phone(user: string): Promise<Phone> {
    const context = await this.#browser.newContext({ ignoreHTTPSErrors: true });
    const phone = new Phone(user, context, await context.newPage());
    this.#phones.push(phone);
    await phone.page.goto(this.#url);
    await phone.page.waitForFunction(() => 'phone' in window);
    return phone;
  }

  /** A phone that is registered. */
  async signedIn(
    user: string,
    tone: number,
    options: Partial<PhoneOptions> & { server?: string } = {},
  ): Promise<Phone> {
    const { server = this.lab.kamailio.ws, ...rest } = options;
    const phone = await this.phone(user);
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

/** Which of the programs that a test needs are not installed here, as the script that runs the tests has found. */
export function missing(...programs: readonly string[]): readonly string[] {
  const known = process.env['HOOKSWITCH_INTEROP_MISSING'];
  if (known !== undefined) return programs.filter((program) => known.split(',').includes(program));
  return programs.filter((program) => findProgram(program) === undefined);
}
