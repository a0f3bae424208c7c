/** Folders of what is spoken on the wire: a drop of their branch coverage fails the unit step. */
export const coveredFolders = [
  'auth',
  'dialog',
  'message',
  'registration',
  'session',
  'subscription',
  'transaction',
  'transfer',
].map((name) => `packages/sip-core/src/${name}/**/*.ts`);

/** Share of the branches of each folder that tests must take, in percent. */
export const leastBranches = 90;

/**
 * What makes vitest measure those folders and nothing else.
 * @param {string} directory where it keeps what it counts meanwhile
 */
export function coverageArguments(directory) {
  return [
    '--coverage',
    // Counting takes time, and a loaded machine more of it.
    '--testTimeout=20000',
    '--coverage.reporter=text-summary',
    `--coverage.reportsDirectory=${directory}`,
    ...coveredFolders.map((folder) => `--coverage.include=${folder}`),
  ];
}
