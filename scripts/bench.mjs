/**
 * `npm run bench`: builds what is measured and measures it, see bench/README.md; `npm run bench -- quick` only shows, in
 * a minute, that everything can be measured.
 */
import process from 'node:process';
import { bootstrap, findPnpm } from './bootstrap.mjs';
import { endChildrenWithUs, run, runMain } from './lib/run.mjs';

await runMain(async () => {
  endChildrenWithUs();
  const env = await bootstrap();
  const pnpm = await findPnpm(env);
  const built = await run(pnpm.command, [...pnpm.args, '--filter', '@hookswitch/sip-core', 'build'], { env });
  if (built.code !== 0) return built.code;
  if (process.argv.includes('quick')) env['HOOKSWITCH_BENCH'] = 'quick';
  const { code } = await run(process.execPath, ['--import', 'tsx', 'bench/main.ts'], { env });
  return code;
});
