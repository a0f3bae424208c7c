import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The policy of docs/security.md, with a server at this machine; what stands in the page itself is named by its hash. */
function policy(page: string): string {
  const hashes = (element: string): string[] =>
    [...page.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
  return [
    `default-src 'self'; connect-src 'self' ws://127.0.0.1:*; media-src 'self' blob: mediastream:`,
    `script-src ${["'self'", ...hashes('script')].join(' ')}; style-src ${["'self'", ...hashes('style')].join(' ')}`,
  ].join('; ');
}

/** Any web server will do for what was built: this one sends files and nothing else. */
export async function serveFolder(folder: string): Promise<{ readonly url: string; readonly end: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = path.join(folder, pathname === '/' ? 'index.html' : pathname);
    if (!file.startsWith(folder) || !existsSync(file)) response.writeHead(404).end();
    else {
      response.writeHead(200, {
        'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy(readFileSync(path.join(folder, 'index.html'), 'utf8')),
      });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
