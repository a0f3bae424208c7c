import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const rows = read('docs/statements.md')
  .split('\n')
  .flatMap((line) => {
    const [, number, , files] = /^\| (\d+) +\| (.+?) +\| (.+?) +\|$/.exec(line) ?? [];
    return number === undefined
      ? []
      : [[Number(number), [...(files ?? '').matchAll(/`([^`]+)`/g)].map(([, file]) => file ?? '')] as const];
  });

describe('the statements of docs/statements.md', () => {
  it('are fifteen', () => {
    expect(rows.map(([number]) => number)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  });

  it.each(rows)('number %i is held by tests that say so', (number, files) => {
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(existsSync(path.join(root, file)), file).toBe(true);
      if (/\.test\.tsx?$/.test(file)) expect(read(file), file).toContain(`[statement ${number}]`);
    }
  });
});
