/**
 * Joins the modules that tsc wrote to a package's `dist` into one file for each of its entries, with what they share
 * beside: two hundred small files take an engine five times as long to load. The declarations stay as they are. What the
 * manifest names as no dependency of the package is joined in as well, and `dist/THIRD-PARTY.md` says what that is.
 * `node ../../scripts/join-modules.mjs index.js testing/index.js`, run in the package.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { thirdPartiesOf, writeNotice } from './lib/third-party.mjs';

const dist = path.resolve('dist');
/** Entries of other kinds, which import the package by its name. */
const apart = ['node', 'cli'];
const { name: ours, dependencies } = /** @type {{ name: string, dependencies: Record<string, string> }} */ (
  JSON.parse(readFileSync('package.json', 'utf8'))
);

/** @param {import('esbuild').BuildOptions} options */
async function join(options) {
  const { metafile, outputFiles } = await build({
    ...options,
    absWorkingDir: dist,
    entryPoints: process.argv.slice(2),
    outdir: dist,
    outbase: dist,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    target: 'es2022',
    sourcemap: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (/\.js(\.map)?$/.test(file) && !apart.includes(file.split(path.sep)[0] ?? '')) rmSync(path.join(dist, file));
  }
  for (const { path: file, text } of outputFiles) {
    mkdirSync(path.dirname(file), { recursive: true });
    // No bundler leaves a library in CommonJS out unless it is told that running it does nothing else.
    writeFileSync(
      file,
      text.replace(/ (__commonJS\(|__toESM\()/g, ' /* @__PURE__ */ $1').replace(/\((require_)/g, '(/* @__PURE__ */ $1'),
    );
  }
  return Object.keys(metafile.inputs).map((file) => path.resolve(dist, file));
}

// Ours first. Bundlers put constants of other files where they are used, but not those of one file: here they still are of
// others. With what is not ours that would take away the notes on what may be left out.
await join({ packages: 'external', minifySyntax: true });
const modules = await join({
  external: Object.keys(dependencies),
  // We read session descriptions; its other half writes them, and a bundler cannot cut a library in CommonJS apart.
  alias: { 'sdp-transform': 'sdp-transform/lib/parser.js' },
});
writeFileSync(path.join(dist, 'THIRD-PARTY.md'), writeNotice(ours, thirdPartiesOf(modules)));
