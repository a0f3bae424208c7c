/**
 * `npm run interop`: installs the servers where it may, starts them on free ports, tests against them, and stops them.
 * Arguments go to vitest: `npm run interop -- calls`. Ends with 0 when what is installed passes.
 */
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInteropParts, interopEnvironment } from './lib/interop-parts.mjs';
import { endChildrenWithUs, run, runMain } from './lib/run.mjs';

await runMain(async () => {
  endChildrenWithUs();
  const env = await bootstrap();
  const missing = await ensureInteropParts();
  if (missing.includes('kamailio')) return 0;
  Object.assign(env, { CHROMIUM_PATH: await ensureChromium(), ...interopEnvironment(missing) });
  const { code } = await run(
    'vitest',
    ['run', '--project', 'interop', '--project', 'timed', ...process.argv.slice(2)],
    { env },
  );
  return code;
});
