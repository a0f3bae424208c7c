/** Writes the code of every page under docs/ to docs/examples/<page>/, to be compiled and run. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { blocksOf } from './blocks.mjs';

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const examples = path.join(docs, 'examples');

/** The pages of the site, relative to docs/. */
export function pages() {
  const all = readdirSync(docs, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
  return all
    .filter((file) => file.endsWith('.md') && !/(^|\/)(node_modules|\.|api\/|examples\/|README)/.test(file))
    .sort();
}

/** Empties docs/examples/ and writes it anew. */
export function extract() {
  rmSync(examples, { recursive: true, force: true });
  for (const page of pages()) {
    for (const { file, line, code } of blocksOf(readFileSync(path.join(docs, page), 'utf8'))) {
      const folder = path.join(examples, page.replace(/\.md$/, '').replaceAll('/', '-'));
      mkdirSync(folder, { recursive: true });
      const target = path.join(folder, file);
      // The line above the code says where it is from; `export {}` keeps the names of a block to itself.
      const module = /^(import|export)\b/m.test(code) ? '' : 'export {};\n';
      writeFileSync(target, `// ${page}:${line}\n${code}${module}`, { flag: 'wx' });
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) extract();
