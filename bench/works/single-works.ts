import { clearTimeout, setTimeout } from 'node:timers';
import { effort } from '../effort.ts';
import type { Contestant } from '../contestants/contestant.ts';
import { cpuTime } from '../lab/cpu-time.ts';
import { liveHeap } from '../lab/heap.ts';
import { connected } from '../lab/stage.ts';
import type { VirtualTimers } from '../lab/virtual-timers.ts';
import { measureGrowth } from './growth.ts';
import type { SingleWork } from './work.ts';

/** How many calls are timed. */
const SAMPLE = effort.crowd * 0.3;

/** Measures what a process can be asked once only; `undefined` when the library cannot do it. */
export async function measureOnce(
  work: SingleWork,
  contestant: Contestant,
  timers: VirtualTimers,
): Promise<Readonly<Record<string, number>> | undefined> {
  if (work === 'growth') return measureGrowth(contestant);
  const { phone } = contestant;
  if (phone === undefined) return undefined;
  if (work === 'idle heap') return idleHeap(phone, timers);
  return work === 'call heap' ? callHeap(phone) : crowd(phone, timers);
}

async function idleHeap(
  phone: NonNullable<Contestant['phone']>,
  timers: VirtualTimers,
): Promise<Readonly<Record<string, number>>> {
  const kept: unknown[] = [];
  const add = async (count: number): Promise<number> => {
    for (let i = 0; i < count; i++) {
      const stage = await connected(phone, true);
      await stage.alice.register();
      kept.push(stage);
    }
    timers.advance(33_000);
    return liveHeap();
  };
  const before = await add(100);
  const after = await add(effort.crowd);
  return { octets: (after - before) / (kept.length - 100) };
}

async function callHeap(phone: NonNullable<Contestant['phone']>): Promise<Readonly<Record<string, number>>> {
  const { alice } = await connected(phone, false);
  const kept: unknown[] = [];
  const add = async (count: number): Promise<number> => {
    for (let i = 0; i < count; i++) kept.push(await alice.call());
    return liveHeap();
  };
  const before = await add(100);
  const after = await add(effort.crowd);
  return { octets: (after - before) / (kept.length - 100) };
}

/** Thousands of calls within the 32 s that their transactions linger, and what is left when those are over. */
async function crowd(
  phone: NonNullable<Contestant['phone']>,
  timers: VirtualTimers,
): Promise<Readonly<Record<string, number>>> {
  const { alice } = await connected(phone, false);
  let lost = 0;
  const call = async (times: number): Promise<number> => {
    const started = cpuTime();
    for (let i = 0; i < times; i++) {
      const done = alice.call().then((standing) => standing.hangUp());
      if (!(await withinPatience(done))) lost++;
    }
    return (cpuTime() - started) / times;
  };
  await call(effort.crowd);
  timers.advance(33_000);
  lost = 0;
  await call(effort.finished - SAMPLE);
  const many = await call(SAMPLE);
  const lostInCrowd = lost;
  timers.advance(33_000);
  const few = await call(SAMPLE);
  timers.advance(33_000);
  // Not beside what is timed: collecting all garbage takes compiled code along, with the shapes of objects it was made for.
  const quiet = await liveHeap();
  await call(2 * effort.crowd);
  const lingering = ((await liveHeap()) - quiet) / (2 * effort.crowd);
  timers.advance(70_000);
  const left = ((await liveHeap()) - quiet) / (2 * effort.crowd);
  return { few, many, lingering, left, lost: lostInCrowd + timers.thrown };
}

/** Whether something comes to its end: who takes the branch of a new call for one of an old call never answers. */
async function withinPatience(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, 3000, false);
  });
  const done = await Promise.race([work.then(() => true), patience]);
  clearTimeout(timer);
  return done;
}
