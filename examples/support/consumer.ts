import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { command } from './command.ts';

/** The packages, in the order they are built. */
export const packages = ['sip-core', 'react-sip', 'ui'] as const;

/** The examples, by folder. */
export const examples = ['vite-react', 'vite-react-18', 'next', 'plain-html', 'node'] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder where the examples stand with the packages installed as a stranger gets them. */
export interface Consumer {
  readonly folder: string;
  /** The tarballs, as they would be published. */
  readonly tarballs: Readonly<Record<(typeof packages)[number], string>>;
}

/** Builds and packs the packages, and installs them into a copy of the examples outside the repository. */
export async function createConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hookswitch-examples-'));
  const packed = path.join(folder, 'packed');
  const said = await command(root, process.execPath, 'scripts/pack.mjs', packed, '--json');
  const tarballs = JSON.parse(said.trim().split('\n').at(-1) ?? '') as Consumer['tarballs'];

  for (const name of [...examples, 'tsconfig.consumer.json']) {
    await cp(path.join(root, 'examples', name), path.join(folder, name), { recursive: true });
  }
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  const overrides = packages.map((name) => `  '@hookswitch/${name}': file:${tarballs[name]}`);
  const workspace = ['packages:', ...examples.map((name) => `  - ${name}`), 'overrides:', ...overrides, ''];
  await writeFile(path.join(folder, 'pnpm-workspace.yaml'), workspace.join('\n'));
  await command(folder, 'pnpm', 'install', '--prefer-offline', '--no-frozen-lockfile');
  return { folder, tarballs };
}
