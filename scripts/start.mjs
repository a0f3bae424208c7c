/** `npm start`: makes the checkout ready, then runs the demo's server; arguments, environment and signals go through. */
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { endChildrenWithUs, run, runMain } from './lib/run.mjs';

await runMain(async () => {
  endChildrenWithUs();
  const env = await bootstrap();
  const server = ['--import', 'tsx', '--conditions=hookswitch-source', 'apps/demo/server/main.ts'];
  const { code, signal } = await run(process.execPath, [...server, ...process.argv.slice(2)], { env });
  // A signal is the way people stop a server, and no failure of it.
  return signal === undefined ? code : 0;
});
