/**
 * `npm run read-docs`: builds the site of docs/ and opens its pages in Chromium, on a telephone and on a desk, in light and
 * dark. Fails when a page has no heading or two, is wider than the window, logs an error, misses a file, is in no list of
 * pages, or when a link leads nowhere. `--built` takes the site as it is; `--pictures <folder>` keeps what was seen; names
 * of pages choose among them.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { bootstrap } from './bootstrap.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { endChildrenWithUs, root, run, runMain, Stop } from './lib/run.mjs';
import { brokenAnchors, pagesOf, serveSite } from './lib/site.mjs';

const site = path.join(root, 'docs/.vitepress/dist');
/** Of the pages of the reference, which are all made alike, one in so many. */
const oneIn = 40;
const views = [
  { name: 'phone', width: 390, height: 844, dark: false },
  { name: 'desk', width: 1280, height: 800, dark: true },
];

await runMain(async () => {
  endChildrenWithUs();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      built: { type: 'boolean' },
      pictures: { type: 'string' },
      light: { type: 'boolean' },
    },
  });
  if (values.built !== true) {
    const env = await bootstrap();
    rmSync(site, { recursive: true, force: true });
    for (const command of ['typedoc', 'vitepress build .']) {
      const { code } = await run('pnpm', ['--filter', '@hookswitch/docs', 'exec', ...command.split(' ')], { env });
      if (code !== 0) return code;
    }
  }
  if (!existsSync(site)) throw new Stop('There is no built site: leave out --built.');

  const all = pagesOf(site);
  const reference = all.filter((page) => page.startsWith('api/') && page !== 'api/index.html');
  const guides = all.filter((page) => !reference.includes(page));
  const chosen = positionals.length > 0 ? all.filter((page) => positionals.some((name) => page.includes(name))) : [];
  const read = chosen.length > 0 ? chosen : [...guides, ...reference.filter((_, index) => index % oneIn === 0)];
  const wrong = chosen.length > 0 ? [] : brokenAnchors(site, all);

  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const served = await serveSite(site);
  for (const { name, width, height, dark } of views) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark && values.light !== true ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    /** @type {string[]} */
    let heard = [];
    page.on('console', (message) => message.type() === 'error' && heard.push(`logs ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`throws ${error.message}`));
    page.on('response', (response) => response.status() >= 400 && heard.push(`misses ${response.url()}`));
    page.on('requestfailed', (request) => {
      // What was fetched ahead is dropped when the next page is opened.
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') heard.push(`misses ${request.url()}`);
    });
    for (const file of read) {
      heard = [];
      await page.goto(`${served.origin}/${file}`, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready);
      const listed = file.startsWith('api/') || file === 'index.html' ? true : await isListed(page);
      const found = [...heard, ...(await look(page, width)), ...(listed ? [] : ['is in no list of pages'])];
      wrong.push(...found.map((each) => `${file} (${name}): ${each}`));
      if (values.pictures !== undefined) {
        mkdirSync(values.pictures, { recursive: true });
        const picture = `${file.replace(/\.html$/, '').replaceAll('/', '-')}.${name}.png`;
        await page.screenshot({ path: path.join(values.pictures, picture), fullPage: true });
      }
    }
    if (chosen.length === 0) {
      const hits = await search(page, `${served.origin}/concepts.html`);
      if (hits === 0) wrong.push(`search (${name}): finds nothing`);
    }
    await context.close();
  }
  served.close();
  await browser.close();
  for (const each of wrong) console.error(each);
  console.log(
    `${read.length} of ${all.length} pages read at ${views.map(({ width }) => width).join(' and ')}: ${wrong.length} wrong`,
  );
  return wrong.length === 0 ? 0 : 1;
});

/**
 * What can be seen to be wrong on the page that is open.
 * @param {import('playwright').Page} page
 * @param {number} width
 * @returns {Promise<string[]>}
 */
function look(page, width) {
  return page.evaluate((width) => {
    const found = [];
    const headings = document.querySelectorAll('h1').length;
    if (headings !== 1) found.push(`has ${headings} headings of the first level`);
    const wide = document.documentElement.scrollWidth;
    if (wide > width) found.push(`is ${wide} wide`);
    for (const image of document.images) {
      if (image.complete && image.naturalWidth === 0) found.push(`shows no ${image.src}`);
    }
    // Text that is cut off by nothing and pushed aside by nothing, beyond the edge.
    for (const element of document.querySelectorAll('.vp-doc :is(p, li, h1, h2, h3, h4)')) {
      const { right } = element.getBoundingClientRect();
      const inside = element.closest('pre, table, [class*="language-"]');
      if (inside === null && right > width + 1) found.push(`goes beyond the edge: ${element.textContent.slice(0, 40)}`);
    }
    return found;
  }, width);
}

/** @param {import('playwright').Page} page */
async function isListed(page) {
  return (await page.locator('.VPSidebar .is-active.is-link, .VPSidebar .is-active > .item').count()) > 0;
}

/**
 * How many pages the search of the site finds for a word that several guides have.
 * @param {import('playwright').Page} page
 * @param {string} address
 */
async function search(page, address) {
  await page.goto(address);
  await page.locator('.VPNavBarSearch button').first().click();
  await page.locator('.VPLocalSearchBox input').fill('transfer');
  const first = page.locator('.VPLocalSearchBox .result').first();
  await first.waitFor({ timeout: 20_000 }).catch(() => undefined);
  return page.locator('.VPLocalSearchBox .result').count();
}
