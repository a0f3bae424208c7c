/** One library doing one work in a process of its own: `worker.ts <library> <work>`, spoken to over IPC. */
import { type ContestantName, contestantNames } from './contestants/contestant.ts';
import { loadContestant } from './contestants/load-contestant.ts';
import { cpuTime } from './lab/cpu-time.ts';
import { VirtualTimers } from './lab/virtual-timers.ts';
import { operationsOf, prepare } from './works/repeated-works.ts';
import { measureOnce } from './works/single-works.ts';
import { repeatedWorks, type Report, type Round, singleWorks } from './works/work.ts';

const [, , library = '', wanted = ''] = process.argv;
const timers = new VirtualTimers();
timers.install();

/** Microseconds. */
const BETWEEN_LOOKS = 5000;

const tell = (report: Report): void => void process.send?.(report);

async function main(name: ContestantName): Promise<void> {
  const contestant = await loadContestant(name);
  const single = singleWorks.find((other) => other === wanted);
  if (single !== undefined) {
    const result = await measureOnce(single, contestant, timers);
    tell(result === undefined ? { kind: 'absent' } : { kind: 'result', result });
    process.disconnect();
    return;
  }
  const work = repeatedWorks.find((other) => other === wanted);
  if (work === undefined) throw new Error(`There is no work "${wanted}".`);
  const operation = await prepare(work, contestant, timers);
  if (operation === undefined) {
    tell({ kind: 'absent' });
    process.disconnect();
    return;
  }
  const each = operationsOf(work, contestant);
  let batch = 1;
  const runRound = async ({ milliseconds }: Round): Promise<void> => {
    const started = cpuTime();
    let operations = 0;
    let now = started;
    while (now - started < milliseconds * 1000) {
      await operation(batch);
      operations += batch * each;
      const before = now;
      now = cpuTime();
      // So often between two looks at the clock that looking costs next to nothing, when the engine is warm as well.
      if (now - before < BETWEEN_LOOKS) batch *= 2;
    }
    tell({ kind: 'round', operations, microseconds: now - started });
  };
  process.on('message', (round) => void runRound(round as Round));
  tell({ kind: 'ready' });
}

const name = contestantNames.find((other) => other === library);
if (name === undefined) throw new Error(`There is no library "${library}".`);
await main(name);
