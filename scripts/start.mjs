/** `npm start`: makes the checkout ready, then runs the demo's server; arguments, environment and signals go through. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { root, runMain } from './lib/run.mjs';

await runMain(async () => {
  const env = await bootstrap();
  const args = ['--import', 'tsx', '--conditions=hookswitch-source', 'apps/demo/server/main.ts'];
  const child = spawn(process.execPath, [...args, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });

  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      // Ended by a signal: the way people stop a server, and no failure of it.
      resolve(code ?? (signal === null ? 1 : 0));
    });
  });
});
