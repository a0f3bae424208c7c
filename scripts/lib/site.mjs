import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * The pages of a built site, relative to its folder.
 * @param {string} folder
 */
export function pagesOf(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html') && file !== '404.html');
}

/**
 * Serves a folder on a free port of this machine.
 * @param {string} folder
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serveSite(folder) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

/**
 * What is wrong with the links of a site: each has to lead to a page of it, and to a place on that page.
 * @param {string} folder
 * @param {readonly string[]} pages
 * @returns {string[]}
 */
export function brokenAnchors(folder, pages) {
  /** @type {Map<string, Set<string>>} */
  const places = new Map();
  for (const page of pages) {
    const html = readFileSync(path.join(folder, page), 'utf8');
    places.set(page, new Set(Array.from(html.matchAll(/\sid="([^"]+)"/g), ([, id = '']) => unescape(id))));
  }
  /** @type {Set<string>} */
  const broken = new Set();
  for (const page of pages) {
    const html = readFileSync(path.join(folder, page), 'utf8');
    for (const [, raw = ''] of html.matchAll(/<a[^>]*\shref="([^"]+)"/g)) {
      const url = new URL(unescape(raw), `http://site/${page}`);
      if (url.host !== 'site') continue;
      const name = decodeURIComponent(url.pathname).slice(1);
      const target = name === '' || name.endsWith('/') ? `${name}index.html` : name;
      const ids = places.get(target);
      if (ids === undefined) broken.add(`${page}: ${raw} is no page of the site`);
      else if (url.hash !== '' && !ids.has(decodeURIComponent(url.hash.slice(1)))) {
        broken.add(`${page}: ${raw} is no place on its page`);
      }
    }
  }
  return [...broken].sort();
}

/** @param {string} text as it is written in an attribute */
function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
