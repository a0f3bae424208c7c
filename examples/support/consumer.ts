import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
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
  await mkdir(packed);
  for (const name of packages) {
    await command(path.join(root, 'packages', name), 'npm', 'run', 'build');
    await command(path.join(root, 'packages', name), 'pnpm', 'pack', '--pack-destination', packed);
  }
  const files = await readdir(packed);
  const tarball = (name: string): string => {
    const file = files.find((each) => each.startsWith(`hookswitch-${name}-`));
    if (file === undefined) throw new Error(`${name} was not packed: ${files.join(', ')}`);
    return path.join(packed, file);
  };
  const tarballs = { 'sip-core': tarball('sip-core'), 'react-sip': tarball('react-sip'), ui: tarball('ui') };

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
