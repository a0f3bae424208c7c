/** `npm run bench`: builds what is measured and measures it, see bench/README.md. */
import process from 'node:process';
import { bootstrap, findPnpm } from './bootstrap.mjs';
import { endChildrenWithUs, run, runMain } from './lib/run.mjs';

await runMain(async () => {
  endChildrenWithUs();
  const env = await bootstrap();
  const pnpm = await findPnpm(env);
  const built = await run(pnpm.command, [...pnpm.args, '--filter', '@hookswitch/sip-core', 'build'], { env });
  if (built.code !== 0) return built.code;
  const { code } = await run(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)], { env });
  return code;
});
