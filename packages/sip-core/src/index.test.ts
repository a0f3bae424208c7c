import path from 'node:path';
import { build, transform } from 'esbuild';
import { expect, test } from 'vitest';

const source = path.join(import.meta.dirname, 'index.ts');

test('[APP-07] nothing of sip-core is left in a page that uses nothing of it, though it is published as one file', async () => {
  const { outputFiles } = await build({
    entryPoints: [source],
    conditions: ['hookswitch-source'],
    bundle: true,
    format: 'esm',
    packages: 'external',
    minifySyntax: true,
    write: false,
  });
  const unused = (outputFiles[0]?.text ?? '').replace(/^export \{[^}]*\};$/m, 'export {};');
  const { code } = await transform(unused, { treeShaking: true, format: 'esm' });
  const kept = code.split('\n').filter((line) => !/^(import .*;|export \{\s*|\};|)$/.test(line));
  expect(kept, 'Say of calls that they are pure, spread nothing, or make it when it is first needed.').toEqual([]);
});
