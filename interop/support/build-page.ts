import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { build } from 'vite';
import { LOOPBACK } from '../lab/free-ports.ts';
import { temporaryFolder } from '../lab/guard.ts';

/** The tests' page, built and served. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../page');

/** Builds the page from the sources and serves it. */
export async function servePage(): Promise<ServedPage> {
  const folder = await temporaryFolder();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['hookswitch-source', 'module', 'browser', 'development|production'] },
    // Names in a failure's stack are worth more here than small files.
    build: { outDir: folder.path, emptyOutDir: true, minify: false, chunkSizeWarningLimit: 4096 },
  });
  const http = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
    const file = path.join(folder.path, name);
    if (!file.startsWith(folder.path + path.sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': name.endsWith('.js') ? 'text/javascript' : 'text/html' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    http.listen(0, LOOPBACK, resolve);
  });
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    url: `http://${LOOPBACK}:${address.port}/`,
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => {
        http.close(resolve);
      });
      await folder.remove();
    },
  };
}
