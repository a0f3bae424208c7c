import type { RequestListener, Server } from 'node:http';
import path from 'node:path';
import { serveStatic } from './serve-static.ts';

/** Where the page comes from: Vite, the usual place of a build, a build elsewhere, or nowhere. */
export type PageKind = 'vite' | 'built' | 'none' | { readonly folder: string };

/** A page that is served. */
export interface Page {
  readonly handle: RequestListener;
  readonly close: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '..');

/** Serves the page through Vite (its hot reload shares the port), as it was built, or not at all. */
export async function attachPage(kind: PageKind, http: Server): Promise<Page> {
  if (kind === 'vite') return vitePage(http);
  const close = (): Promise<void> => Promise.resolve();
  if (kind === 'none') return { handle: notFound, close };
  return { handle: serveStatic(kind === 'built' ? path.join(root, 'dist') : kind.folder), close };
}

async function vitePage(http: Server): Promise<Page> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    appType: 'spa',
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: true, ws: { server: http } },
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
