import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

/** A page that was built for the tests. */
export interface BuiltPage {
  readonly folder: string;
  remove(): Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Builds the demo with the tests' probe beside it: the page is the one people get, and the probe shares its modules. */
export async function buildPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hookswitch-e2e-'));
  await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      // Names in a failure's stack are worth more here than small files.
      minify: false,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: {
          index: path.join(root, 'index.html'),
          probe: path.join(root, 'e2e/in-page/probe.ts'),
          bare: path.join(root, 'e2e/in-page/bare-phone.ts'),
        },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
