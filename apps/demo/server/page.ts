import type { RequestListener, Server } from 'node:http';
import path from 'node:path';
import { serveStatic } from './serve-static.ts';

/** Where the page comes from. */
export type PageKind = 'vite' | 'built' | 'none';

/** A page that is served. */
export interface Page {
  readonly handle: RequestListener;
  readonly close: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '..');

/** Serves the page through Vite (its hot reload shares the port), as it was built, or not at all. */
export async function attachPage(kind: PageKind, http: Server): Promise<Page> {
  if (kind === 'vite') return vitePage(http);
  const handle = kind === 'built' ? serveStatic(path.join(root, 'dist')) : notFound;
  return { handle, close: () => Promise.resolve() };
}

async function vitePage(http: Server): Promise<Page> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    appType: 'spa',
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: true, hmr: { server: http } },
  });
  return {
    handle: (request, response) => {
      vite.middlewares(request, response);
    },
    close: () => vite.close(),
  };
}

const notFound: RequestListener = (_request, response) => {
  response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is no page here, only SIP.\n');
};
