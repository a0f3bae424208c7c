/** `npm test`: makes the checkout ready, then runs every step; `npm test -- unit browser` runs those. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { coverageArguments } from './lib/covered.mjs';
import { ensureInteropParts, interopEnvironment } from './lib/interop-parts.mjs';
import { endChildrenWithUs, run, runMain, Stop } from './lib/run.mjs';
import { chooseSteps, countTests, inGroups, steps, summary } from './lib/steps.mjs';

await runMain(async () => {
  endChildrenWithUs();
  const { chosen, unknown } = chooseSteps(process.argv.slice(2));
  if (unknown.length > 0) {
    throw new Stop(`No such step: ${unknown.join(', ')}; there are: ${steps.map((step) => step.name).join(', ')}.`);
  }
  const env = { ...(await bootstrap()), CI: process.env['CI'] ?? '1' };
  if (chosen.some((step) => step.browser)) Object.assign(env, { CHROMIUM_PATH: await ensureChromium() });

  const reports = mkdtempSync(path.join(tmpdir(), 'hookswitch-test-'));
  /** @type {import('./lib/steps.mjs').Outcome[]} */
  const outcomes = [];
  for (const group of inGroups(chosen)) {
    if (outcomes.some(({ outcome }) => outcome === 'failed')) {
      for (const { name } of group) outcomes.push({ name, outcome: 'not run', milliseconds: 0 });
      continue;
    }
    // Side by side, each shows what it has to say when it is done.
    const quiet = group.length > 1;
    const running = group.map((step) => runStep(step, { report: path.join(reports, `${step.name}.json`), env, quiet }));
    outcomes.push(...(await Promise.all(running)));
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${summary(outcomes)}`);
  return outcomes.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
});

/**
 * @param {import('./lib/steps.mjs').Step} step
 * @param {{ report: string, env: NodeJS.ProcessEnv, quiet: boolean }} surroundings `report` is where vitest writes its JSON
 * @returns {Promise<import('./lib/steps.mjs').Outcome>}
 */
async function runStep(step, { report, env, quiet }) {
  const { name } = step;
  console.log(`\n== ${name}`);
  if (step.servers) {
    const missing = await ensureInteropParts();
    if (missing.includes('kamailio')) return { name, outcome: 'skipped', milliseconds: 0 };
    Object.assign(env, interopEnvironment(missing));
  }
  const started = performance.now();
  const failed = (await runCommands(step, { report, env, quiet })) !== 0;
  const milliseconds = performance.now() - started;
  const count = existsSync(report) ? readCount(report) : undefined;
  console.log(`== ${name} ${failed ? 'failed' : 'passed'} in ${(milliseconds / 1000).toFixed(1)} s`);
  return { name, outcome: failed ? 'failed' : 'passed', milliseconds, ...(count && { count }) };
}

/**
 * @param {import('./lib/steps.mjs').Step} step
 * @param {{ report: string, env: NodeJS.ProcessEnv, quiet: boolean }} surroundings
 */
async function runCommands(step, { report, env, quiet }) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const coverage = step.covered ? coverageArguments(`${report}.coverage`) : [];
  const tests = step.vitest ? [['vitest', 'run', '--project', step.vitest, ...reporters, ...coverage]] : [];
  const commands = [...step.commands, ...tests];
  for (const [program = '', ...args] of commands) {
    const { code, output } = await run(program, args, { env, quiet });
    if (code !== 0) {
      if (quiet) console.log(output);
      return code;
    }
  }
  return 0;
}

/** @param {string} file */
function readCount(file) {
  /** @type {import('./lib/steps.mjs').Report} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return countTests(report);
}
