import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

let guard: ChildProcess | undefined;

/** One process that outlives ours, and then ends what we have started. */
function tell(line: string): void {
  guard ??= start();
  guard.stdin?.write(`${line}\n`);
}

function start(): ChildProcess {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.mjs')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  // A test worker whose runner was killed would go on by itself.
  process.once('disconnect', () => process.exit(1));
  const { stdin } = child;
  if (stdin instanceof Socket) stdin.unref();
  return child;
}

/** The process group is killed when we die. */
export function watchGroup(leader: number): void {
  tell(`+${leader}`);
}

/** The process group has ended. */
export function forgetGroup(leader: number): void {
  tell(`-${leader}`);
}

/** A folder that is removed by `remove`, or else when we die. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hookswitch-interop-'));
  tell(folder);
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
