/**
 * `npm run pack`: builds the packages and packs them as they would be published, into `packed/` or the folder named; then
 * says how an app installs them. With `--json` it says where they lie, and nothing else.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { bootstrap, findPnpm } from './bootstrap.mjs';
import { root, run, runMain, Stop } from './lib/run.mjs';

/** In the order they are built: each takes its types from those before. */
const names = ['sip-core', 'react-sip', 'ui'];

await runMain(async () => {
  const args = process.argv.slice(2);
  const json = args.includes('--json');
  const folder = path.resolve(args.find((each) => !each.startsWith('--')) ?? 'packed');
  const env = await bootstrap();
  const pnpm = await findPnpm(env);
  mkdirSync(folder, { recursive: true });

  /** @type {Record<string, string>} */
  const tarballs = {};
  for (const name of names) {
    if (!json) console.log(`Packing @hookswitch/${name} ...`);
    const cwd = path.join(root, 'packages', name);
    await succeed(run(pnpm.command, [...pnpm.args, 'run', 'build'], { env, cwd, quiet: true }), name);
    const packing = run(pnpm.command, [...pnpm.args, 'pack', '--json', '--pack-destination', folder], {
      env,
      cwd,
      quiet: true,
    });
    const { filename } = /** @type {{ filename: string }} */ (JSON.parse(await succeed(packing, name)));
    tarballs[name] = path.resolve(folder, filename);
  }

  if (json) console.log(JSON.stringify(tarballs));
  else console.log(`\nIn your app:\n\n  npm install ${Object.values(tarballs).join(' ')}\n`);
  return 0;
});

/**
 * @param {Promise<{ code: number, output: string }>} running
 * @param {string} name
 */
async function succeed(running, name) {
  const { code, output } = await running;
  if (code !== 0) throw new Stop(`@hookswitch/${name} could not be packed:\n${output}`);
  return output;
}
