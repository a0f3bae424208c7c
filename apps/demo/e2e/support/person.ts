import type { SessionSnapshot, UASnapshot } from '@hookswitch/sip-core';
import type { MeasuredTone } from '@hookswitch/sip-core/testing';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { keepLedger } from '../in-page/ledger.ts';
import type { probe, SoundCount } from '../in-page/probe.ts';

/** How long something may take on a slow and busy machine. */
export const PATIENCE = { timeout: 20_000, interval: 50 };

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

  /** Opens a page in a browser profile of its own. */
  static async open(browser: Browser, url: string): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(keepLedger);
    const person = new Person(context, await context.newPage());
    person.page.setDefaultTimeout(PATIENCE.timeout);
    await person.page.goto(url);
    await person.page.addScriptTag({ type: 'module', content: `import '/e2e/in-page/probe.ts';` });
    await person.page.waitForFunction(() => 'probe' in window);
    return person;
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
    const button = this.button(name);
    // Buttons that have just appeared ignore presses for a moment, as a double click must not hang up.
    await expect.poll(() => button.getAttribute('aria-disabled'), PATIENCE).toBeNull();
    await button.click();
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

  async isReady(): Promise<void> {
    await this.page.getByRole('region', { name: 'Phone', exact: true }).waitFor();
    await this.page.getByRole('status').getByText('Ready', { exact: true }).or(this.page.getByText('Ready', { exact: true })).first().waitFor();
  }

  /** The dialpad is back. */
  async isIdle(): Promise<void> {
    await this.button('Call').waitFor();
    await expect.poll(() => this.calls(), PATIENCE).toEqual([]);
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
    await expect.poll(() => this.call(), PATIENCE).toMatchObject(expected);
  }

  async isTalking(): Promise<void> {
    await this.callIs({ phase: 'established', hold: { local: false, remote: false } });
  }

  /** Waits until a tone is heard from the other end, give or take 10 Hz. */
  async hears(frequency: number): Promise<void> {
    const near = (tone: MeasuredTone): boolean => Math.abs(tone.frequency - frequency) < 10 && tone.level > 0.05;
    await expect
      .poll(async () => {
        const tone = await this.#ask('hear');
        return near(tone) ? 'the tone' : tone;
      }, PATIENCE)
      .toBe('the tone');
  }

  /** Waits until nothing is heard any more, and that it stays so for a moment. */
  async hearsNothing(): Promise<void> {
    await expect.poll(async () => (await this.#ask('hear')).level, PATIENCE).toBeLessThan(0.002);
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
    await expect
      .poll(async () => {
        const { timers: _timers, ...rest } = await this.open();
        return rest;
      }, PATIENCE)
      .toEqual({ connections: 0, tracks: 0, sockets: 1, contexts: 0, sessions: 0, shown: 0 });
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
