import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const source = new URL('.', import.meta.url);
const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|stories)\.tsx?$/.test(file) && !file.startsWith('testing'))
  .sort();

it.each(modules)('[statement 7] [RCT-02] %s says that it belongs to the client', (file) => {
  expect(readFileSync(new URL(file, source), 'utf8')).toMatch(/^'use client';\n/);
});

it('[statement 7] [RCT-02] loads where there is no browser', async () => {
  expect(typeof document).toBe('undefined');
  expect(Object.keys(await import('./index.ts'))).toContain('SipProvider');
});
