import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Megabytes of output that are kept of a command. */
const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * Runs a command to its end.
 *
 * @returns what it wrote
 * @throws with what it wrote when it fails
 */
export async function command(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  try {
    const { stdout, stderr } = await execute(program, [...args], {
      cwd: folder,
      env: environment(),
      maxBuffer: MOST_OUTPUT,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    // Its own message and fields repeat all of the output.
    throw new Error(`${program} ${args.join(' ')} failed\n${stdout ?? ''}${stderr ?? ''}`);
  }
}

/**
 * Starts a command that stays, such as a server.
 *
 * @param ready - found in its output once it is up
 * @returns what `ready` found first, and a function that ends it
 */
export function start(
  folder: string,
  ready: RegExp,
  program: string,
  ...args: readonly string[]
): Promise<{ readonly found: string; readonly end: () => void }> {
  // A group of its own: package runners start children that would outlive them.
  const child = spawn(program, [...args], { cwd: folder, env: environment(), detached: true });
  const end = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid);
  };
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = ready.exec(output);
      if (found !== null) resolve({ found: found[1] ?? found[0], end });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`${program} ended with ${String(code)}\n${output}`));
    });
  });
}

/** That of a stranger: nothing of this repository's own settings, no colours, nothing sent home. */
function environment(): NodeJS.ProcessEnv {
  const own = /^(npm_|VITEST|NODE_ENV$|NODE_OPTIONS$|FORCE_COLOR$)/;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  return { ...inherited, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1', CI: '1' };
}
