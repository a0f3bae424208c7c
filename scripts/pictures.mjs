/**
 * `npm run pictures`: takes the pictures in packages/ui/visual anew, and makes them small. They are compared in
 * `npm test -- visual`.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { endChildrenWithUs, root, run, runMain } from './lib/run.mjs';
import { readPng, writeSmallPng } from './lib/small-png.mjs';

const folder = path.join(root, 'packages/ui/visual/pictures');

await runMain(async () => {
  endChildrenWithUs();
  const env = { ...(await bootstrap()), CHROMIUM_PATH: await ensureChromium() };
  await rm(folder, { recursive: true, force: true });
  const { code } = await run('vitest', ['run', '--project', 'visual', '--update'], { env });
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const picture = readPng(await readFile(file));
    if (picture !== undefined) await writeFile(file, writeSmallPng(picture));
  }
  return code;
});
