import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks.mjs';
import { pages } from './extract.mjs';
import { anchorsOf, brokenLinks } from './links.mjs';

const docs = fileURLToPath(new URL('..', import.meta.url));
const root = path.join(docs, '..');
const files = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...pages().map((page) => `docs/${page}`)];

test.each(files)('[APP-06] every link of %s leads somewhere', (file) => {
  expect(brokenLinks(path.join(root, file))).toEqual([]);
});

test('[APP-06] every page is in the list of pages at its side', () => {
  const config = readFileSync(path.join(docs, '.vitepress/config.ts'), 'utf8');
  // The decisions are listed by what lies in their folder.
  const others = pages().filter((page) => page !== 'index.md' && !page.startsWith('decisions/'));
  expect(others.filter((page) => !config.includes(`link: '/${page.replace(/\.md$/, '')}'`))).toEqual([]);
});

test('[APP-06] blocks have the names they are given, or one of their own', () => {
  const page =
    '# A\n\n```tsx [phone.tsx]\nconst a = 1;\n```\n\n- b\n\n  ```ts\n  const b = 2;\n  ```\n\n```ts no-check\nnot ours\n```\n';
  expect(blocksOf(page)).toEqual([
    { file: 'phone.tsx', line: 4, code: 'const a = 1;\n' },
    { file: 'block-2.ts', line: 10, code: 'const b = 2;\n' },
  ]);
});

test('[APP-06] a link to a heading that is not there is found', () => {
  expect(anchorsOf('## What `npm test` does\n```md\n# not this\n```\n')).toEqual(['what-npm-test-does']);
});
