import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** A promise, and the tests that keep it: `file`: “title”, “title”; `file`: “title”. */
const promises = read('docs/security.md')
  .split('\n')
  .flatMap((line) => {
    const [, promise = '', tests = ''] = /^\| (.+?) +\| (`.+?) +\|$/.exec(line) ?? [];
    const kept = [...tests.matchAll(/`([^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
      [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
    );
    return promise === '' ? [] : [{ promise, kept }];
  });

test('[APP-06] docs/security.md makes its promises in a table that can be read', () => {
  expect(promises.length).toBeGreaterThan(12);
});

test.each(promises)('[APP-06] $promise: the tests that keep it are there', ({ kept }) => {
  expect(kept.length).toBeGreaterThan(0);
  for (const { file, title } of kept) {
    expect(existsSync(path.join(root, file)), file).toBe(true);
    expect(read(file), file).toContain(title);
  }
});
