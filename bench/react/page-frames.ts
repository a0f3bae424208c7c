import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { effort } from '../effort.ts';

/** How a page with a hundred calls spends its time. */
export interface PageFrames {
  readonly eventsPerSecond: number;
  readonly framesPerSecond: number;
  /** Milliseconds of scripting for each frame. */
  readonly scriptPerFrame: number;
  readonly rendersPerEvent: number;
}

/** Measures the page in Chromium: with rows that follow their own call, and with rows that look into the list of all. */
export async function pageFrames(): Promise<{ readonly own: PageFrames; readonly list: PageFrames } | undefined> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'hookswitch-page-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    void readFile(path.join(folder, name === '/' ? 'index.html' : name)).then(
      (content) =>
        response.setHeader('Content-Type', name.endsWith('.js') ? 'text/javascript' : 'text/html').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`;
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-background-networking', '--no-first-run'],
  });
  try {
    const page = await browser.newPage();
    return { own: await measure(page, url), list: await measure(page, `${url}?list`) };
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Counters {
  readonly renders: number;
  readonly events: number;
  readonly frames: number;
}

async function measure(page: Page, url: string): Promise<PageFrames> {
  await page.goto(url);
  await page.waitForFunction(() => 'counters' in window);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const read = async (): Promise<Counters & { readonly script: number; readonly at: number }> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0;
    const counters = await page.evaluate<Counters>('({ ...counters })');
    return { ...counters, script: metric('ScriptDuration'), at: metric('Timestamp') };
  };
  await page.waitForTimeout(1000);
  const before = await read();
  await page.waitForTimeout(effort.seconds * 1000);
  const after = await read();
  const frames = after.frames - before.frames;
  const events = after.events - before.events;
  return {
    eventsPerSecond: events / (after.at - before.at),
    framesPerSecond: frames / (after.at - before.at),
    scriptPerFrame: ((after.script - before.script) * 1000) / frames,
    rendersPerEvent: (after.renders - before.renders) / events,
  };
}
