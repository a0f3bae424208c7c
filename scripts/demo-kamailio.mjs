/** `npm run demo:kamailio`: the demo against Kamailio and rtpengine; installs them where it may. PORT names the port. */
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { ensureInteropParts } from './lib/interop-parts.mjs';
import { endChildrenWithUs, run, runMain, Stop } from './lib/run.mjs';

await runMain(async () => {
  endChildrenWithUs();
  const env = await bootstrap();
  const missing = await ensureInteropParts();
  if (missing.includes('kamailio')) throw new Stop('Kamailio is not installed, and could not be installed.');
  const server = ['--import', 'tsx', '--conditions=hookswitch-source', 'interop/demo/main.ts'];
  const { code, signal } = await run(process.execPath, server, { env });
  // A signal is the way people stop a server, and no failure of it.
  return signal === undefined ? code : 0;
});
