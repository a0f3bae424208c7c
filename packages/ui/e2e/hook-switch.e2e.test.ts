import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { build, defaultClientConditions } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const home = path.resolve(import.meta.dirname, '..');
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>No React here</title>
    <style>p { color: rgb(1, 2, 3) } hook-switch { --hs-accent: rgb(4, 5, 6) }</style>
    <script src="network.js" defer></script>
    <script src="hook-switch.js" defer></script>
  </head>
  <body>
    <p>Sentinel</p>
    <hook-switch id="alice" uri="sip:alice@example.com" password="wonderland" ws-servers="wss://sip.example.com/"></hook-switch>
    <hook-switch id="bob" uri="sip:bob@example.com" password="builder" ws-servers="wss://sip.example.com/" lang="de" theme="dark"></hook-switch>
  </body>
</html>`;

let folder: string;
let server: Server;
let browser: Browser;
let view: Page;
const errors: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hook-switch-'));
  const quiet = { root: home, logLevel: 'error' as const };
  await build({ ...quiet, configFile: path.join(home, 'vite.element.config.ts'), build: { outDir: folder } });
  await build({
    ...quiet,
    configFile: false,
    resolve: { conditions: ['hookswitch-source', ...defaultClientConditions] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: {
        entry: path.join(home, 'e2e/in-page/network.ts'),
        ...{ formats: ['iife'], name: 'Network', fileName: () => 'network.js' },
      },
    },
  });
  server = createServer((request, response) => {
    const file = /^\/([a-z-]+\.js)$/.exec(request.url ?? '')?.[1];
    response.setHeader('content-type', file === undefined ? 'text/html' : 'text/javascript');
    if (file === undefined) response.end(page);
    else void readFile(path.join(folder, file)).then((text) => response.end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A server on a port has an address.');

  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--disable-background-networking'],
      ...['--autoplay-policy=no-user-gesture-required', '--disable-features=WebRtcHideLocalIpsWithMdns'],
    ],
  });
  view = await browser.newPage({ viewport: { width: 800, height: 1400 } });
  view.setDefaultTimeout(8000);
  view.on('pageerror', (error) => errors.push(error.message));
  await view.goto(`http://127.0.0.1:${address.port}/`);
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

describe('<hook-switch>', () => {
  test('[KIT-08] is a whole phone in one script, in the language of its place, and leaves the page alone', async () => {
    const [alice, bob] = [view.locator('#alice'), view.locator('#bob')];
    await alice.getByText('Ready').waitFor();
    await bob.getByText('Bereit').waitFor();
    expect(
      await view
        .locator('p')
        .first()
        .evaluate((element) => getComputedStyle(element).color),
    ).toBe('rgb(1, 2, 3)');
    const surface = (id: string): Promise<string> =>
      view.locator(`#${id}`).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await surface('alice')).toBe('rgb(255, 255, 255)');
    expect(await surface('bob')).toBe('rgb(20, 23, 26)');
    expect(errors).toEqual([]);
  });

  test('[KIT-08] places and takes a real call, and tells the page of it', async () => {
    const [alice, bob] = [view.locator('#alice'), view.locator('#bob')];
    const call = (target: string): Promise<string> =>
      alice.evaluate((element, to) => (element as unknown as { call(to: string): Promise<string> }).call(to), target);
    expect(await call('bob')).not.toBe('');
    const answer = bob.getByRole('button', { name: 'Annehmen' });
    await expect.poll(() => answer.getAttribute('aria-disabled')).toBeNull();
    await answer.click();
    await alice.getByRole('timer').waitFor();
    await bob.getByRole('timer').waitFor();
    await alice.evaluate((element) => (element as unknown as { hangUp(): Promise<void> }).hangUp());
    await bob.getByText('Die Gegenseite hat aufgelegt').waitFor();
    await expect
      .poll(() => view.evaluate(() => (window as unknown as { told: string[] }).told.sort()))
      .toEqual(['alice call', 'alice ended HUNG_UP', 'bob ended HUNG_UP', 'bob incoming']);
    expect(errors).toEqual([]);
  });

  test('[KIT-08] dials by keyboard inside of its shadow tree', async () => {
    const alice = view.locator('#alice');
    await alice.getByRole('button', { name: 'Close' }).click();
    const field = alice.getByRole('textbox');
    await field.pressSequentially('1234');
    await field.press('ArrowLeft');
    await field.press('9');
    expect(await field.inputValue()).toBe('12394');
  });

  test('[KIT-08] ends its calls and its registration when it leaves the page', async () => {
    const sockets = (): Promise<number> =>
      view.evaluate(() => {
        const { network } = window as unknown as { network: { counts(): { sockets: number } } };
        return network.counts().sockets;
      });
    expect(await sockets()).toBe(2);
    await view.evaluate(() => document.querySelectorAll('hook-switch').forEach((element) => element.remove()));
    await expect.poll(sockets, { timeout: 10_000 }).toBe(0);
    expect(errors).toEqual([]);
  });

  test('[KIT-08] stays within its size', async () => {
    expect((await stat(path.join(folder, 'hook-switch.js'))).size).toBeLessThan(1_150_000);
  });
});
