import { type ChildProcess, fork } from 'node:child_process';
import { bundle } from './bundle.ts';
import { effort } from './effort.ts';
import { type ContestantName, contestantNames } from './contestants/contestant.ts';
import type { RepeatedWork, Report, Round, SingleWork } from './works/work.ts';

let worker: Promise<string> | undefined;
const warmUp: Round = { milliseconds: effort.warmUp };
const round: Round = { milliseconds: effort.round };

/** Microseconds for each operation, one for each round; the rounds of all libraries stand in the same order. */
export type Rounds = ReadonlyMap<ContestantName, readonly number[]>;

/**
 * Lets every library do a work, each in a process of its own, one at a time and in turns: what the machine does to one
 * round it does to the others, and the ratios within a round hold.
 */
export async function inRounds(work: RepeatedWork): Promise<Rounds> {
  const running: { readonly name: ContestantName; readonly child: ChildProcess; readonly micros: number[] }[] = [];
  for (const name of contestantNames) {
    const child = await start(name, work);
    if ((await next(child)).kind !== 'ready') continue;
    await ask(child, warmUp);
    running.push({ name, child, micros: [] });
  }
  for (let i = 0; i < effort.rounds; i++) {
    const turn = i % running.length;
    for (const { child, micros } of [...running.slice(turn), ...running.slice(0, turn)]) {
      micros.push(await ask(child, round));
    }
  }
  for (const { child } of running) child.disconnect();
  return new Map(running.map(({ name, micros }) => [name, micros]));
}

/** Lets every library do a work once. */
export async function once(work: SingleWork): Promise<ReadonlyMap<ContestantName, Readonly<Record<string, number>>>> {
  const results = new Map<ContestantName, Readonly<Record<string, number>>>();
  for (const name of contestantNames) {
    const report = await next(await start(name, work));
    if (report.kind === 'result') results.set(name, report.result);
  }
  return results;
}

async function start(name: ContestantName, work: string): Promise<ChildProcess> {
  worker ??= bundle('worker', "import './worker.ts';");
  return fork(await worker, [name, work], { execArgv: [] });
}

async function ask(child: ChildProcess, wanted: Round): Promise<number> {
  child.send(wanted);
  const report = await next(child);
  if (report.kind !== 'round') throw new Error(`A worker said "${report.kind}" instead of its round.`);
  return report.microseconds / report.operations;
}

function next(child: ChildProcess): Promise<Report> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => {
      reject(new Error(`A worker ended with ${String(code)}.`));
    };
    child.once('exit', ended);
    child.once('message', (report) => {
      child.off('exit', ended);
      resolve(report as Report);
    });
  });
}
