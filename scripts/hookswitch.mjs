/** `npm run hookswitch -- <arguments>`: the command line of sip-core from the sources; in an app it is `npx @hookswitch/sip-core`. */
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { run, runMain } from './lib/run.mjs';

await runMain(async () => {
  const env = await bootstrap();
  const program = ['--import', 'tsx', '--conditions=hookswitch-source', 'packages/sip-core/cli/main.ts'];
  return (await run(process.execPath, [...program, ...process.argv.slice(2)], { env })).code;
});
