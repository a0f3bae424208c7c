import { createServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type RunningServer, startServer, type StartServerOptions } from '../../server/start-server.ts';
import { launch } from './launch.ts';
import { PATIENCE, Person } from './person.ts';

/** What the tests of a file share: the server that has the page, and a browser. */
export class Stage {
  #server: RunningServer | undefined;
  #browser: Browser | undefined;
  /** Those who leave after the test. */
  readonly #guests: Person[] = [];
  readonly #residents: Person[] = [];
  readonly #extras: (() => Promise<unknown>)[] = [];

  /** Sets itself up before the tests of the file and clears up after each and after all. */
  static forThisFile(): Stage {
    const stage = new Stage();
    beforeAll(() => stage.#open());
    afterEach(() => stage.#clear());
    afterAll(() => stage.#close());
    return stage;
  }

  get server(): RunningServer {
    if (this.#server === undefined) throw new Error('The server does not run yet.');
    return this.#server;
  }

  get browser(): Browser {
    if (this.#browser === undefined) throw new Error('The browser does not run yet.');
    return this.#browser;
  }

  /** Somebody at the sign-in page, until the end of the test. */
  async visitor(browser: Browser = this.browser): Promise<Person> {
    const visitor = await Person.open(browser, this.server.url);
    this.#guests.push(visitor);
    return visitor;
  }

  /** Somebody signed in by a link, until the end of the test. */
  async guest(query: string, browser: Browser = this.browser): Promise<Person> {
    const guest = await Person.signedIn(browser, this.server.url, query);
    this.#guests.push(guest);
    return guest;
  }

  /** Somebody signed in by the page, until the end of the file. */
  async resident(name: string, tone: number): Promise<Person> {
    const resident = await Person.open(this.browser, this.server.url);
    this.#residents.push(resident);
    await resident.signInAs(name, tone);
    return resident;
  }

  /** A bare page of the browser, until the end of the test. */
  async page(url: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    this.#extras.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE.timeout);
    // Vite reads every module when the page is first asked for.
    await page.goto(url, { timeout: 3 * PATIENCE.timeout });
    return page;
  }

  /** Another server, without a page unless asked for, until the end of the test or until it is closed. */
  async otherServer(options: StartServerOptions = {}): Promise<RunningServer> {
    const server = await startServer({ port: 0, page: 'none', ...options });
    this.#extras.push(() => server.close());
    return server;
  }

  /** Something to do when the test is over. */
  afterwards(act: () => Promise<unknown>): void {
    this.#extras.push(act);
  }

  async #open(): Promise<void> {
    const page = { folder: inject('demoFolder') };
    [this.#server, this.#browser] = await Promise.all([startServer({ port: 0, page }), launch()]);
  }

  async #clear(): Promise<void> {
    const complaints = [...this.#guests, ...this.#residents].flatMap((person) => person.complaints.splice(0));
    await Promise.all(this.#guests.splice(0).map((person) => person.close()));
    for (const act of this.#extras.splice(0)) await act();
    expect(complaints, 'errors in the console').toEqual([]);
  }

  async #close(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
