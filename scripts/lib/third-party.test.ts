import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { thirdPartiesOf, writeNotice } from './third-party.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'hookswitch-third-party-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function install(name: string, files: Readonly<Record<string, string>>): string {
  const home = path.join(folder, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(home, file), text);
  return home;
}

const manifest = (name: string): string => JSON.stringify({ name, version: '1.2.3', license: 'ISC' });

test('[APP-06] a notice names each package that modules come from once, with its licence; ours are not in it', () => {
  const wire = install('wire', { 'package.json': manifest('wire'), 'license.md': 'Do as you please.\n' });
  const cord = install('@plugs/cord', { 'package.json': manifest('@plugs/cord'), LICENSE: 'So may you.\n' });
  const modules = ['lib/a.js', 'lib/b.js'].map((file) => path.join(wire, file));
  const parties = thirdPartiesOf([...modules, path.join(folder, 'ours.js'), path.join(cord, 'index.js')]);
  expect(writeNotice('a switchboard', parties)).toBe(
    '# Joined into a switchboard\n\n## @plugs/cord 1.2.3 (ISC)\n\nSo may you.\n\n## wire 1.2.3 (ISC)\n\nDo as you please.\n',
  );
});

test('[APP-06] what has no licence is not published', () => {
  const bare = install('bare', { 'package.json': manifest('bare') });
  expect(() => thirdPartiesOf([path.join(bare, 'index.js')])).toThrow('bare 1.2.3 has no licence');
});
