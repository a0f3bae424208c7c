/**
 * Makes the checkout ready to run: the pinned pnpm in .tools/, and the dependencies in node_modules/.
 * Plain Node, no dependency, no global state; a second run finds a stamp and does nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { root, run, runMain, Stop } from './lib/run.mjs';

const oldestNode = [20, 19];
const stampFile = path.join(root, 'node_modules', '.hookswitch-stamp');

/** The environment every child gets: local binaries first, no browser download, no telemetry. */
export function childEnvironment() {
  const local = [path.join(root, 'node_modules', '.bin'), path.join(root, '.tools', 'node_modules', '.bin')];
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...process.env,
    [key]: [...local, process.env[key] ?? ''].join(path.delimiter),
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    STORYBOOK_DISABLE_TELEMETRY: '1',
  };
}

/** Brings pnpm and the dependencies up to date; returns the environment to run everything else in. */
export async function bootstrap() {
  checkNode(process.versions.node);
  const env = childEnvironment();
  const stamp = dependencyStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return env;

  const pnpm = await findPnpm(env);
  console.log('Installing dependencies ...');
  const { code } = await run(pnpm.command, [...pnpm.args, 'install', '--frozen-lockfile', '--prefer-offline'], { env });
  if (code !== 0) {
    throw new Stop('Installing the dependencies failed (see above); a first install needs the network.');
  }
  writeFileSync(stampFile, stamp);
  return env;
}

/** @param {string} version */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Stop(`Hookswitch needs Node ${oldestNode.join('.')} or later; this is Node ${version}.`);
}

/** Changes whenever an install could have another result. */
function dependencyStamp() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]) {
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function manifests() {
  const inside = (/** @type {string} */ folder) =>
    existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`) : [];
  return ['.', ...inside('packages'), ...inside('apps'), 'bench', 'interop']
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(path.join(root, file)))
    .sort();
}

/**
 * The pinned pnpm: from .tools/, else from the PATH, else installed into .tools/ with npm.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ command: string, args: string[] }>}
 */
export async function findPnpm(env) {
  const wanted = pinnedPnpm();
  const home = path.join(root, '.tools');
  const installed = path.join(home, 'node_modules', 'pnpm');
  const local = { command: process.execPath, args: [path.join(installed, 'bin', 'pnpm.cjs')] };
  if (packageVersion(installed) === wanted) return local;

  // Asked from elsewhere, because inside the repository pnpm would fetch the pinned version by itself.
  const found = await run('pnpm', ['--version'], { cwd: tmpdir(), env, quiet: true });
  if (found.code === 0 && found.output.trim() === wanted) return { command: 'pnpm', args: [] };

  console.log(`Fetching pnpm ${wanted} into .tools/ ...`);
  mkdirSync(home, { recursive: true });
  const args = ['install', '--prefix', home, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  const npm = await run('npm', [...args, '--loglevel=error', `pnpm@${wanted}`], { cwd: tmpdir(), env, quiet: true });
  if (npm.code === 0 && packageVersion(installed) === wanted) return local;
  console.error(npm.output.trim().split('\n').slice(0, 3).join('\n'));
  throw new Stop(`Could not fetch pnpm ${wanted} with npm; the first start needs the network.`);
}

function pinnedPnpm() {
  const { packageManager } = /** @type {{ packageManager: string }} */ (readJson(path.join(root, 'package.json')));
  return packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '');
}

/** @param {string} folder */
function packageVersion(folder) {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? /** @type {{ version: string }} */ (readJson(file)).version : undefined;
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await bootstrap();
    return 0;
  });
}
