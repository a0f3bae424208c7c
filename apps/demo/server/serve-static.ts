import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.mp3', 'audio/mpeg'],
  ['.wav', 'audio/wav'],
]);

/** Serves the files of a folder; whatever is no file there gets its `index.html`, as single-page apps want. */
export function serveStatic(folder: string): RequestListener {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    void answer(folder, request.url ?? '/', request.method === 'HEAD', response);
  };
}

async function answer(folder: string, url: string, headOnly: boolean, response: ServerResponse): Promise<void> {
  const file = (await find(folder, url)) ?? (await find(folder, '/index.html'));
  if (file === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('The page is not built yet: pnpm build\n');
    return;
  }
  const immutable = file.startsWith(path.join(folder, 'assets') + path.sep);
  response.writeHead(200, {
    'Content-Type': types.get(path.extname(file)) ?? 'application/octet-stream',
    'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  });
  if (headOnly) response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** The file an address means, when it lies inside the folder. */
async function find(folder: string, url: string): Promise<string | undefined> {
  try {
    const file = path.join(folder, decodeURIComponent(url.split(/[?#]/)[0] ?? '/'));
    if (!file.startsWith(folder + path.sep)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
