/** `npm test`: makes the checkout ready, then runs every step; `npm test -- unit browser` runs those. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { bootstrap } from './bootstrap.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureInteropParts, interopEnvironment } from './lib/interop-parts.mjs';
import { endChildrenWithUs, run, runMain, Stop } from './lib/run.mjs';
import { chooseSteps, countTests, steps, summary } from './lib/steps.mjs';

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
  let failed = false;
  for (const step of chosen) {
    if (failed) {
      outcomes.push({ name: step.name, outcome: 'not run', milliseconds: 0 });
      continue;
    }
    console.log(`\n== ${step.name}`);
    if (step.servers) {
      const missing = await ensureInteropParts();
      if (missing.includes('kamailio')) {
        outcomes.push({ name: step.name, outcome: 'skipped', milliseconds: 0 });
        continue;
      }
      Object.assign(env, interopEnvironment(missing));
    }
    const started = performance.now();
    const report = path.join(reports, `${step.name}.json`);
    failed = (await runStep(step, report, env)) !== 0;
    const milliseconds = performance.now() - started;
    const count = existsSync(report) ? readCount(report) : undefined;
    console.log(`== ${step.name} ${failed ? 'failed' : 'passed'} in ${(milliseconds / 1000).toFixed(1)} s`);
    outcomes.push({ name: step.name, outcome: failed ? 'failed' : 'passed', milliseconds, ...(count && { count }) });
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${summary(outcomes)}`);
  return failed ? 1 : 0;
});

/**
 * @param {import('./lib/steps.mjs').Step} step
 * @param {string} report where vitest writes its JSON
 * @param {NodeJS.ProcessEnv} env
 */
async function runStep(step, report, env) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const commands = step.vitest ? [['vitest', 'run', '--project', step.vitest, ...reporters]] : step.commands;
  for (const [program = '', ...args] of commands) {
    const { code } = await run(program, args, { env });
    if (code !== 0) return code;
  }
  return 0;
}

/** @param {string} file */
function readCount(file) {
  /** @type {import('./lib/steps.mjs').Report} */
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return countTests(report);
}
