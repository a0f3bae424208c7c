import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Ends the process with one sentence instead of a stack trace. */
export class Stop extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Passes signals on to what runs, and ends it when npm, which started us, is gone: a signal to npm kills only the shell
 * between npm and us, and a server would stay behind with its port.
 */
export function endChildrenWithUs() {
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of children) child.kill(signal);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, end);

  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) end('SIGTERM');
  }, 500);
  watch.unref();
}

/**
 * Runs a command and waits for it; its output goes where ours goes unless `quiet`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, signal?: NodeJS.Signals, output: string }>} `output` is collected only when quiet
 */
export function run(command, args, { env = process.env, cwd = root, quiet = false } = {}) {
  return new Promise((resolve) => {
    /** @type {import('node:child_process').SpawnOptions} */
    const options = { cwd, env, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' };
    // On Windows a bare name is a .cmd file, which only the shell starts.
    const shell = process.platform === 'win32' && !path.isAbsolute(command);
    const child = shell
      ? spawn('cmd.exe', ['/d', '/s', '/c', command, ...args], options)
      : spawn(command, args, options);
    children.add(child);
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => {
      children.delete(child);
      resolve({ code: 127, output: error.message });
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      resolve({ code: code ?? 1, ...(signal && { signal }), output });
    });
  });
}

/**
 * Runs a script's main function; a Stop becomes one sentence and exit code 1.
 * @param {() => Promise<number>} main returns the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
