/** Runs the pinned pnpm without a global one: `node scripts/pnpm.mjs -r build`. Fetches it first when needed. */
import process from 'node:process';
import { childEnvironment, findPnpm } from './bootstrap.mjs';
import { run, runMain } from './lib/run.mjs';

await runMain(async () => {
  const env = childEnvironment();
  const pnpm = await findPnpm(env);
  const { code } = await run(pnpm.command, [...pnpm.args, ...process.argv.slice(2)], { env });
  return code;
});
