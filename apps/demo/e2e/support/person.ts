import type { EndCause, SessionSnapshot, UASnapshot } from '@hookswitch/sip-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { keepLedger } from '../in-page/ledger.ts';
import type { probe, SoundCount } from '../in-page/probe.ts';

/** How long something may take on a slow and busy machine. */
export const PATIENCE = { timeout: 20_000, interval: 50 };

/** Waits until what is said holds; fails with the last reason why it did not. Unlike `expect.poll`, in hooks too. */
export function eventually(check: () => Promise<void>, patience: typeof PATIENCE = PATIENCE): Promise<void> {
  return vi.waitFor(check, patience);
}

/** Somebody at a page: does what a person does, and says what the page has. */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  /** What the browser's console said that it should not. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection to/.test(message.text())) {
        this.complaints.push(message.text());
      }
    });
  }

  /**
   * Opens a page in a browser profile of its own.
   *
   * @param lacking - globals that this browser is to lack
   */
  static async open(browser: Browser, url: string, lacking: readonly string[] = []): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(keepLedger);
    await context.addInitScript((names) => {
      for (const name of names) Reflect.deleteProperty(window, name);
    }, lacking);
    const person = new Person(context, await context.newPage());
    person.page.setDefaultTimeout(PATIENCE.timeout);
    if (url !== 'about:blank') await person.visit(url);
    return person;
  }

  /** Goes to a page of the demo. */
  async visit(url: string): Promise<void> {
    await this.page.goto(url);
    await this.isProbed();
  }

  /** The page, new or loaded again, is ready to be asked. */
  async isProbed(): Promise<void> {
    await this.page.addScriptTag({ type: 'module', content: `import '/probe.js';` });
    await this.page.waitForFunction(() => 'probe' in window);
  }

  /** Opens the page by the link that signs in at once. */
  static async signedIn(browser: Browser, url: string, query: string): Promise<Person> {
    const person = await Person.open(browser, `${url}?${query}`);
    await person.isReady();
    return person;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    // Waits until the button is enabled, too: those that have just appeared ignore presses for a moment.
    await this.button(name).click();
  }

  /** Types a number into the dialpad and calls. */
  async dial(number: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Number or address', exact: true });
    await field.fill(number);
    await field.press('Enter');
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** Signs in as a ready account with a tone for a voice. */
  async signInAs(name: string, tone: number): Promise<void> {
    const tones = this.page.getByLabel('Play a test tone instead of the microphone');
    if (!(await tones.isVisible())) await this.page.getByText('Sound and ringing').click();
    await tones.check();
    await this.page.getByLabel('Frequency in hertz').fill(String(tone));
    await this.press(`Sign in as ${name}`);
    await this.isReady();
  }

  /** Signs in with the form for any server. */
  async signInTo(server: string, address: string, password: string): Promise<void> {
    const form = this.page.getByRole('group').filter({ has: this.page.getByLabel('WebSocket address') });
    if (!(await this.page.getByLabel('WebSocket address').isVisible()))
      await this.page.getByText('Another server').click();
    await this.page.getByLabel('WebSocket address').fill(server);
    await this.page.getByLabel('SIP address').fill(address);
    await this.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await form.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** The phone is there and registered. */
  async isReady(): Promise<void> {
    const phone = this.page.getByRole('region', { name: 'Phone', exact: true });
    await phone.getByText('Ready', { exact: true }).first().waitFor();
  }

  /** Ends whatever an earlier test left. */
  async isFree(): Promise<void> {
    if ((await this.calls()).length > 0) await this.#ask('hangUp');
    await this.isIdle();
  }

  /** Presses Tab until something has the focus, and waits until it can be used. */
  async tabTo(locator: Locator): Promise<void> {
    const target = await locator.elementHandle();
    for (let presses = 0; presses < 60; presses += 1) {
      if (await this.page.evaluate((element) => document.activeElement === element, target)) {
        await this.page.waitForFunction(
          (element) => !(element instanceof Element && element.ariaDisabled === 'true'),
          target,
        );
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${String(locator)}.`);
  }

  /** No call is left, and the dialpad is back. */
  async isIdle(): Promise<void> {
    await eventually(async () => expect(await this.calls()).toEqual([]));
    const close = this.button('Close');
    const dialpad = this.button('Call');
    await close.or(dialpad).waitFor();
    // What was said of the ended call goes by itself after a while, perhaps at this very moment.
    if (await close.isVisible()) await close.click({ timeout: 1000 }).catch(() => undefined);
    await dialpad.waitFor();
  }

  snapshot(): Promise<UASnapshot> {
    return this.#ask('snapshot');
  }

  calls(): Promise<readonly SessionSnapshot[]> {
    return this.#ask('calls');
  }

  call(): Promise<SessionSnapshot | undefined> {
    return this.#ask('call');
  }

  /** Waits until the latest call is as described. */
  async callIs(expected: Partial<SessionSnapshot>): Promise<void> {
    await eventually(async () => expect(await this.call()).toMatchObject(expected));
  }

  /** Waits until the latest call has ended for this reason. */
  async endedBecause(cause: Partial<EndCause>): Promise<void> {
    await eventually(async () => expect((await this.call())?.cause).toMatchObject(cause));
  }

  async isTalking(): Promise<void> {
    await this.callIs({ phase: 'established', hold: { local: false, remote: false } });
  }

  /** Waits until a tone is heard from the other end, give or take 10 Hz. */
  async hears(frequency: number): Promise<void> {
    await eventually(async () => {
      const tone = await this.#ask('hear');
      expect(Math.abs(tone.frequency - frequency), `hertz between ${tone.frequency} and ${frequency}`).toBeLessThan(10);
      expect(tone.level).toBeGreaterThan(0.05);
    });
  }

  /** Waits until nothing is heard any more, and that it stays so for a moment. */
  async hearsNothing(): Promise<void> {
    await eventually(async () => expect((await this.#ask('hear')).level).toBeLessThan(0.002));
    expect((await this.#ask('hear', 1)).level).toBeLessThan(0.002);
  }

  sound(): Promise<SoundCount> {
    return this.#ask('sound');
  }

  open(): Promise<ReturnType<typeof probe.open>> {
    return this.#ask('open');
  }

  /** Waits until a call has left nothing behind but the connection to the server. */
  async hasLeftNothing(): Promise<void> {
    const opened = await this.#ask('everOpened');
    expect(opened.connections, 'connections that were counted').toBeGreaterThan(0);
    expect(opened.tracks, 'tracks that were counted').toBeGreaterThan(0);
    // The keep-alive, the way back to a better server, the refresh of the registration, and one for all transactions
    // that linger for 32 seconds (RFC 3261 section 17); and the look at the clock that notices a sleep. Of the mailbox
    // that is followed: its refresh, its end, and for 32 seconds the wait for further answers (RFC 6665 section 4.1.2.4).
    const idleTimers = 8;
    // One for the bell and one for the tones on the line; the phone keeps both for its next call.
    const soundContexts = 2;
    const nothing = { connections: 0, tracks: 0, sockets: 1, sessions: 0, shown: 0 };
    await eventually(async () => {
      const { timers, contexts, ...rest } = await this.open();
      expect(rest).toEqual(nothing);
      expect(contexts).toBeLessThanOrEqual(soundContexts);
      expect(timers.length > idleTimers ? timers : []).toEqual([]);
    });
  }

  /** The picture of the other side moves. */
  async seesMoving(): Promise<void> {
    const before = await this.#ask('pictures');
    await expect.poll(() => this.#ask('pictures'), PATIENCE).toBeGreaterThan(before + 5);
  }

  listenForDigits(): Promise<void> {
    return this.#ask('listenForDigits');
  }

  digitsHeard(): Promise<string> {
    return this.#ask('digitsHeard');
  }

  stopListening(): Promise<void> {
    return this.#ask('stopListening');
  }

  sendByInfo(tones: string): Promise<void> {
    return this.#ask('sendByInfo', tones);
  }

  async #ask<Name extends keyof typeof probe>(
    name: Name,
    ...args: Parameters<(typeof probe)[Name]>
  ): Promise<Awaited<ReturnType<(typeof probe)[Name]>>> {
    const asked = await this.page.evaluate(
      // Sent as text: it knows nothing of this file.
      ([question, parameters]) => {
        const answer = Reflect.get(window.probe, question) as (...given: readonly unknown[]) => unknown;
        return answer(...parameters);
      },
      [name, args] as const,
    );
    return asked as Awaited<ReturnType<(typeof probe)[Name]>>;
  }
}
