import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

function run(...args: readonly string[]): Run {
  const main = path.join(import.meta.dirname, 'main.ts');
  const flags = ['--import', 'tsx', '--conditions=hookswitch-source'];
  const child = spawn(process.execPath, [...flags, main, '--prod', ...args], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let text = '';
  const collect = (data: Buffer): void => {
    text += data.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  return { child, output: () => text, ended };
}

describe('main', () => {
  it('[APP-01] says where it is, and ends cleanly within a second when told to', { timeout: 30_000 }, async () => {
    const { child, output, ended } = run('--port', '0');
    await expect.poll(output, { timeout: 20_000, interval: 50 }).toContain('Ctrl+C');
    const url = /http:\/\/\S+/.exec(output())?.[0] ?? '';
    expect((await fetch(url)).status).toBeLessThan(500);
    const began = Date.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('[APP-01] says that a port it was told to use is taken', { timeout: 30_000 }, async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { output, ended } = run('--port', String(port));
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${String(port)} is taken`);
    other.close();
  });
});
