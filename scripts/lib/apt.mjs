import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { run } from './run.mjs';

/** Whether this is a Debian, or a system made of one. */
export function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get') || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Which of these packages are not installed.
 * @param {readonly string[]} packages
 */
export async function missingPackages(packages) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages], {
    quiet: true,
  });
  const installed = new Set(output.split('\n').flatMap((line) => (line.endsWith(' installed') ? line.split(' ') : [])));
  return packages.filter((name) => !installed.has(name));
}

/**
 * Installs packages where the system is a Debian and we are root, or may become root without a password.
 * @param {readonly string[]} packages
 * @param {string} why said before it starts
 * @returns {Promise<boolean>} whether it was done
 */
export async function installWithApt(packages, why) {
  if (!isDebian()) return false;
  const isRoot = process.getuid?.() === 0;
  const prefix = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && (await run('sudo', ['-n', 'true'], { quiet: true })).code !== 0) return false;

  console.log(`${why}; installing with apt-get: ${packages.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages];
  for (const command of [['apt-get', 'update'], install]) {
    const [program = '', ...args] = [...prefix, ...command];
    const { code, output } = await run(program, args, { env, quiet: true });
    if (code !== 0) {
      console.error(output.split('\n').slice(-15).join('\n'));
      return false;
    }
  }
  return true;
}
