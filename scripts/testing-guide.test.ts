import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const guide = readFileSync(path.resolve(import.meta.dirname, '../docs/guide/testing.md'), 'utf8');
/** The tests of that name in the guide, each with its lines. */
const tests = [...guide.matchAll(/^test\('the agent answers the second call'[^]*?^}\);$/gm)].map(([text]) =>
  text.split('\n'),
);

test('[APP-05] "the agent answers the second call" is a test of ten lines at most, without a mock', () => {
  // With Vitest, and with Playwright.
  expect(tests.length).toBe(2);
  for (const lines of tests) expect(lines.length).toBeLessThanOrEqual(10);
  expect(guide).not.toMatch(/vi\.(fn|mock|spyOn|stubGlobal)/);
});
