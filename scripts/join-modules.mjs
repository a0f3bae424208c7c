/**
 * Joins the modules that tsc wrote to a package's `dist` into one file for each of its entries, with what they share
 * beside: two hundred small files take an engine five times as long to load. The declarations stay as they are.
 * `node ../../scripts/join-modules.mjs index.js testing/index.js`, run in the package. A module that is named although it
 * is no entry gets a file of its own with what it needs, so that who does not use it does not get it either.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const dist = path.resolve('dist');
const entries = process.argv.slice(2);
/** Entries of other kinds, which import the package by its name. */
const apart = ['node', 'cli'];

// Two entries with the same modules leave nothing in either but the names: what the rest of the first entry does to make
// its values is in a file of its own, which bundlers leave out when none of them is used.
const twin = 'twin.js';
writeFileSync(path.join(dist, twin), entries.map((entry) => `export * from './${entry}';\n`).join(''));

const { metafile } = await build({
  absWorkingDir: dist,
  entryPoints: [...entries, twin],
  outdir: dist,
  outbase: dist,
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  packages: 'external',
  format: 'esm',
  target: 'es2022',
  // Bundlers put constants of other files where they are used, but not those of one file: here they still are of others.
  minifySyntax: true,
  sourcemap: true,
  metafile: true,
  logLevel: 'warning',
});

const written = new Set(Object.keys(metafile.outputs).filter((name) => !name.startsWith(twin)));
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  const name = file.split(path.sep).join('/');
  if (!/\.js(\.map)?$/.test(name) || written.has(name) || apart.includes(name.split('/')[0] ?? '')) continue;
  rmSync(path.join(dist, file));
}
