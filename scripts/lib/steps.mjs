/**
 * @typedef {{ name: string, commands: readonly (readonly string[])[], vitest?: string, browser?: boolean, servers?: boolean, beside?: string, covered?: boolean }} Step
 * `commands` run one after the other with local binaries on the PATH; then `vitest`, a project whose tests are counted;
 * `servers` needs those of `interop/`, and is skipped where they cannot be installed. Neighbours with the same `beside`
 * run side by side: those that only read the sources, and those that mostly wait for calls. `covered`: it measures how much of
 * the sources its tests run through, and fails when that is too little.
 */

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'lint',
    beside: 'reading',
    // In portions: the types of all workspaces at once are more than Node's usual heap.
    commands: [
      ['eslint', 'packages/sip-core', 'packages/react-sip', '--max-warnings', '0'],
      ['eslint', 'packages/ui', '--max-warnings', '0'],
      ['eslint', '.', '--ignore-pattern', 'packages', '--max-warnings', '0'],
    ],
  },
  { name: 'format', beside: 'reading', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  {
    name: 'types',
    beside: 'reading',
    // By the native compiler; the linter reads types by the one before, which can be used as a library.
    commands: [
      ['tsc', '--noEmit', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'examples'],
      ['pnpm', '-r', '--no-sort', '--workspace-concurrency=2', '--reporter=append-only', 'check:types'],
    ],
  },
  { name: 'sizes', beside: 'reading', commands: [['size-limit']] },
  { name: 'browser', commands: [], vitest: 'browser', browser: true },
  { name: 'unit', commands: [], vitest: 'node', covered: true },
  { name: 'component', commands: [], vitest: 'dom' },
  { name: 'docs', commands: [['node', 'docs/support/extract.mjs']], vitest: 'docs' },
  { name: 'react-18', commands: [], vitest: 'react18' },
  { name: 'locked', commands: [], vitest: 'browser-locked', browser: true },
  { name: 'storybook', commands: [], vitest: 'storybook', browser: true },
  { name: 'visual', commands: [], vitest: 'visual', browser: true },
  { name: 'examples', commands: [], vitest: 'examples', browser: true },
  { name: 'e2e', beside: 'calling', commands: [], vitest: 'e2e', browser: true },
  { name: 'interop', beside: 'calling', commands: [], vitest: 'interop', browser: true, servers: true },
  { name: 'timed', commands: [], vitest: 'timed', browser: true, servers: true },
];

/**
 * The steps somebody asked for, in the order they run; all of them when nobody asked.
 * @param {readonly string[]} names
 * @returns {{ chosen: Step[], unknown: string[] }}
 */
export function chooseSteps(names) {
  return {
    chosen: steps.filter((step) => names.length === 0 || names.includes(step.name)),
    unknown: names.filter((name) => !steps.some((step) => step.name === name)),
  };
}

/**
 * Steps that run side by side, in the order the groups run.
 * @param {readonly Step[]} chosen
 * @returns {Step[][]}
 */
export function inGroups(chosen) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of chosen) {
    const last = groups.at(-1);
    if (step.beside !== undefined && last?.[0]?.beside === step.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ status: string, assertionResults: unknown[] }} FileReport
 * @typedef {{ numPassedTests: number, numFailedTests: number, testResults: FileReport[] }} Report what we read of vitest's JSON
 * @typedef {{ name: string, outcome: 'passed' | 'failed' | 'not run' | 'skipped', milliseconds: number, count?: Count }} Outcome
 */

/**
 * How many tests passed and failed; a file that could not be loaded counts as one failure, as it has no tests to count.
 * @param {Report} report
 * @returns {Count}
 */
export function countTests(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/**
 * The table, and as its last line the totals.
 * @param {readonly Outcome[]} outcomes
 */
export function summary(outcomes) {
  const rows = outcomes.map(({ name, outcome, milliseconds, count }) => {
    const time = outcome === 'not run' || outcome === 'skipped' ? '' : `${(milliseconds / 1000).toFixed(1)} s`;
    const tests = count === undefined ? '' : `${count.passed} passed, ${count.failed} failed`;
    return `  ${name.padEnd(10)} ${outcome.padEnd(8)} ${time.padStart(8)}  ${tests}`.trimEnd();
  });
  const total = (/** @type {keyof Count} */ key) => outcomes.reduce((sum, each) => sum + (each.count?.[key] ?? 0), 0);
  return [...rows, '', `${total('passed')} passed, ${total('failed')} failed`].join('\n');
}
