import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { forgetGroup, watchGroup } from './guard.ts';
import { until } from './until.ts';

/** Servers lie in `sbin`, which is not on the path of everybody. */
const PLACES = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];

/** Where a program lies, or nothing when it is not installed. */
export function findProgram(name: string): string | undefined {
  return PLACES.map((folder) => path.join(folder, name)).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** How a {@link Daemon} is started. */
export interface DaemonOptions {
  readonly program: string;
  readonly args: readonly string[];
  /** Working directory, and where the log goes. */
  readonly folder: string;
  /** Names the log, and the daemon in errors. */
  readonly name: string;
  /** Default ours. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A program that runs in a process group of its own until it is stopped. */
export class Daemon {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #log: string;
  readonly #ended: Promise<void>;

  private constructor(name: string, child: ChildProcess, log: string) {
    this.name = name;
    this.#child = child;
    this.#log = log;
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        resolve();
      });
      child.once('error', () => {
        resolve();
      });
    });
  }

  /** @throws Error when the program is not installed */
  static start({ program, args, folder, name, env = process.env }: DaemonOptions): Daemon {
    const file = findProgram(program);
    if (file === undefined) throw new Error(`${program} is not installed.`);
    const log = path.join(folder, `${name}.log`);
    const output = openSync(log, 'a');
    const child = spawn(file, args, { cwd: folder, env, detached: true, stdio: ['ignore', output, output] });
    closeSync(output);
    if (child.pid !== undefined) watchGroup(child.pid);
    return new Daemon(name, child, log);
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.pid !== undefined;
  }

  /** What it has written so far. */
  get log(): string {
    return readFileSync(this.#log, 'utf8');
  }

  /**
   * Waits until a probe says that it serves.
   *
   * @throws Error with the end of its log when it ends instead, or does not serve in time
   */
  async ready(probe: () => Promise<boolean> | boolean): Promise<void> {
    try {
      await until(`${this.name} serves`, async () => !this.running || (await probe()));
    } catch (error) {
      await this.kill();
      throw new Error(`${this.name} does not serve.\n${this.#lastLines()}`, { cause: error });
    }
    if (!this.running) throw new Error(`${this.name} has ended.\n${this.#lastLines()}`);
  }

  /** Resolves with its exit code when it ends by itself. */
  async exit(): Promise<number | null> {
    await this.#ended;
    this.#forget();
    return this.#child.exitCode;
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(): Promise<void> {
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), 3000);
    await this.#ended;
    clearTimeout(timer);
    await this.kill();
  }

  /** Ends it, and what it has started, without a chance to say goodbye. */
  async kill(): Promise<void> {
    this.#signal('SIGKILL');
    await this.#ended;
    this.#forget();
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // Nobody of the group is left.
    }
  }

  #forget(): void {
    if (this.#child.pid !== undefined) forgetGroup(this.#child.pid);
  }

  #lastLines(): string {
    return this.log.split('\n').slice(-25).join('\n');
  }
}
