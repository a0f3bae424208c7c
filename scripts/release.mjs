/**
 * `npm run release`: publishes what changesets say, with provenance. The registry takes that only of packages that name
 * the repository they come from: GITHUB_REPOSITORY is written into their manifests first, as it is known there alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bootstrap, findPnpm } from './bootstrap.mjs';
import { root, run, runMain, Stop } from './lib/run.mjs';

/**
 * A manifest that names its repository.
 * @param {string} manifest
 * @param {{ server: string, repository: string, directory: string }} where
 */
export function withRepository(manifest, { server, repository, directory }) {
  const parsed = /** @type {object} */ (JSON.parse(manifest));
  const url = `git+${server}/${repository}.git`;
  return `${JSON.stringify({ ...parsed, repository: { type: 'git', url, directory } }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    const { GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server = 'https://github.com' } = process.env;
    if (repository === undefined) throw new Stop('Packages are released by the workflow release.yml, not by hand.');
    for (const name of ['sip-core', 'react-sip', 'ui']) {
      const directory = `packages/${name}`;
      const file = path.join(root, directory, 'package.json');
      writeFileSync(file, withRepository(readFileSync(file, 'utf8'), { server, repository, directory }));
    }
    const env = await bootstrap();
    const pnpm = await findPnpm(env);
    const { code } = await run(pnpm.command, [...pnpm.args, 'exec', 'changeset', 'publish'], { env });
    return code;
  });
}
