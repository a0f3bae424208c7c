import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bench = new URL('.', import.meta.url);

/** Where bundles lie; in reach of the packages they import, and not kept. */
export const temporary = fileURLToPath(new URL('.temporary/', bench));

/**
 * Makes one plain file of a script of the bench: what turns types into JavaScript while a program runs adds to every
 * function. The libraries stay outside, as they were published.
 *
 * @param contents - the script, as if it lay in this folder
 */
export async function bundle(name: string, contents: string): Promise<string> {
  const outfile = `${temporary}${name}.mjs`;
  await build({
    stdin: { contents, resolveDir: fileURLToPath(bench), loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
