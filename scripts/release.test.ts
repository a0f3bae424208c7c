import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withRepository } from './release.mjs';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('[APP-07] a released package names the repository it comes from', () => {
  const where = { server: 'https://github.com', repository: 'somebody/hookswitch', directory: 'packages/ui' };
  expect(JSON.parse(withRepository(read('packages/ui/package.json'), where))).toMatchObject({
    name: '@hookswitch/ui',
    repository: { type: 'git', url: 'git+https://github.com/somebody/hookswitch.git', directory: 'packages/ui' },
  });
});

test('[APP-07] the three packages are versioned together', () => {
  const { fixed, ignore } = JSON.parse(read('.changeset/config.json')) as { fixed: string[][]; ignore: string[] };
  expect(fixed).toEqual([['@hookswitch/sip-core', '@hookswitch/react-sip', '@hookswitch/ui']]);
  expect(ignore.filter((name) => fixed.flat().includes(name))).toEqual([]);
});

test('[APP-07] the workflows run the commands that people run, and may prove where packages come from', () => {
  const commands = (file: string): string[] =>
    [...read(file).matchAll(/^ +(?:- run|version|publish): (.+)$/gm)].map(([, command = '']) => command);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const release = commands('.github/workflows/release.yml');
  expect(commands('.github/workflows/test.yml')).toEqual(['npm test']);
  expect(release).toEqual(['npm test', 'npm run build', 'npm run version-packages', 'npm run release']);
  for (const command of release) expect(Object.keys(scripts)).toContain(command.replace(/^npm (run )?/, ''));
  expect(read('.github/workflows/release.yml')).toContain('id-token: write');
});
