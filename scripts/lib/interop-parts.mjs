import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installWithApt, isDebian, missingPackages } from './apt.mjs';

/**
 * What `interop/` tests against. Without the first nothing can be tested; without one of the others, its own tests
 * cannot.
 * @type {readonly { program: string, packages: readonly string[] }[]}
 */
export const parts = [
  {
    program: 'kamailio',
    packages: [
      'kamailio',
      'kamailio-websocket-modules',
      'kamailio-tls-modules',
      'kamailio-presence-modules',
      'openssl',
    ],
  },
  { program: 'rtpengine', packages: ['rtpengine-daemon'] },
  { program: 'turnserver', packages: ['coturn'] },
  { program: 'sipp', packages: ['sip-tester'] },
  { program: 'baresip', packages: ['baresip-core'] },
  // Without a sound server Firefox runs no AudioContext.
  { program: 'firefox-esr', packages: ['firefox-esr', 'pulseaudio'] },
];

/**
 * Installs what is missing, where that is possible; says loudly what is missing still.
 * @returns {Promise<string[]>} the programs that are not there
 */
export async function ensureInteropParts() {
  let missing = await missingParts();
  if (missing.length > 0) {
    const packages = missing.flatMap((part) => part.packages);
    await installWithApt(packages, 'The interop tests need more servers');
    missing = await missingParts();
  }
  for (const { program, packages } of missing) {
    console.log(`  !! skipped: ${program} is not installed, so nothing is tested against it.`);
    console.log(`     On Debian: apt-get install --no-install-recommends ${packages.join(' ')}`);
  }
  return missing.map(({ program }) => program);
}

async function missingParts() {
  if (!isDebian()) return parts.filter(({ program }) => !onPath(program));
  const missing = new Set(await missingPackages(parts.flatMap(({ packages }) => packages)));
  return parts.filter(({ packages }) => packages.some((name) => missing.has(name)));
}

/** @param {string} program */
function onPath(program) {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/**
 * Tells the tests what they are to leave out.
 * @param {readonly string[]} missing
 */
export function interopEnvironment(missing) {
  return { HOOKSWITCH_INTEROP_MISSING: missing.join(',') };
}
