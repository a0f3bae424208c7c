import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverageArguments, coveredFolders, leastBranches } from './covered.mjs';

describe('the folders whose branch coverage is held', () => {
  // A folder that is renamed would be measured no more, and nobody would notice.
  it.each(coveredFolders)('%s exists', (folder) => {
    expect(existsSync(folder.slice(0, folder.indexOf('/**')))).toBe(true);
  });

  it('are the eight of what is spoken on the wire, at 90 % or more', () => {
    expect(coveredFolders).toHaveLength(8);
    expect(leastBranches).toBeGreaterThanOrEqual(90);
  });

  it('are all that is measured', () => {
    const included = coverageArguments('somewhere').filter((each) => each.startsWith('--coverage.include='));
    expect(included).toEqual(coveredFolders.map((folder) => `--coverage.include=${folder}`));
  });
});
