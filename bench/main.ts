/** `npm run bench`: measures, and writes docs/performance.md and its picture. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporary } from './bundle.ts';
import { isQuick } from './effort.ts';
import { coldStarts } from './cold/cold-start.ts';
import { type ContestantName, contestantNames } from './contestants/contestant.ts';
import { measureLoad } from './load/load.ts';
import { pageFrames } from './react/page-frames.ts';
import { performanceDocument } from './report/document.ts';
import { plot } from './report/plot.ts';
import type { Row } from './report/rows.ts';
import { type Spread, spreadOf } from './report/spread.ts';
import { inRounds, once, type Rounds } from './rounds.ts';
import { sizes } from './sizes.ts';
import type { RepeatedWork } from './works/work.ts';

const root = new URL('..', import.meta.url);
const file = (path: string): string => fileURLToPath(new URL(path, root));
const started = performance.now();

const repeated: readonly (readonly [work: RepeatedWork, text: string, aim: number])[] = [
  ['parse', 'parse and read a message', 2.3],
  ['uri', 'parse a URI', 0.25],
  ['name-addr', 'parse an address', 0.4],
  ['invite', 'write an INVITE of 4.8 kB', 2],
  ['call', 'a call, both ends', 150],
  ['register', 'REGISTER with challenge', 80],
  ['message', 'MESSAGE, both ends', 40],
];

const rows: Row[] = [];
for (const [work, text, aim] of repeated) {
  say(text);
  rows.push(rowOf(text, aim, await inRounds(work)));
}

say('thousands of finished calls');
const crowd = await once('crowd');
const ofCrowd = (key: string): Map<ContestantName, number> => pick(crowd, key);
rows.push({ work: 'a call beside 8,000 finished ones', unit: 'us', aim: 150, values: ofCrowd('many') });
say('heaps');
rows.push({ work: 'heap per idle phone', unit: 'octets', aim: 6000, values: pick(await once('idle heap'), 'octets') });
rows.push({
  work: 'heap per call, both ends',
  unit: 'octets',
  aim: 20_000,
  values: pick(await once('call heap'), 'octets'),
});
rows.push({ work: 'heap per finished call, for 32 s', unit: 'octets', aim: 3200, values: ofCrowd('lingering') });
rows.push({ work: 'heap left per finished call', unit: 'octets', aim: 30, values: ofCrowd('left') });

say('fresh processes');
const cold = await coldStarts();
const milliseconds = (spread: Spread): Spread => ({
  median: spread.median / 1000,
  low: spread.low / 1000,
  high: spread.high / 1000,
});
const ofCold = (key: 'imported' | 'firstCall' | 'constructed'): Map<ContestantName, Spread> =>
  new Map([...cold].map(([name, start]) => [name, milliseconds(start[key])]));
rows.push({ work: 'import, in a fresh process', unit: 'ms', aim: 5, values: ofCold('imported') });
rows.push({ work: 'first phone, in a fresh process', unit: 'ms', aim: 1, values: ofCold('constructed') });
rows.push({ work: 'first call, in a fresh process', unit: 'ms', aim: 6, values: ofCold('firstCall') });

say('sizes');
const size = await sizes();
const ofSize = (part: string): Map<ContestantName, number> =>
  new Map(
    contestantNames.flatMap((name) => {
      const octets = size.get(`${name}, ${part}`);
      return octets === undefined ? [] : [[name, octets / 1000] as const];
    }),
  );
rows.push({ work: 'everything, gzip', unit: 'kB', aim: 45, values: ofSize('all') });
rows.push({ work: 'register, call and hang up, gzip', unit: 'kB', aim: 28, values: ofSize('least') });

say('growth');
const growth = await once('growth');

say('a page with a hundred calls');
const frames = await pageFrames();

say('calls through Kamailio');
const load = await measureLoad();

rmSync(temporary, { recursive: true, force: true });
const text = performanceDocument({ rows, growth, frames, load, lost: ofCrowd('lost') });
if (isQuick) {
  console.log(text);
} else {
  writeFileSync(file('docs/images/performance.svg'), plot(rows));
  writeFileSync(file('docs/performance.md'), text);
  const prettier = file('node_modules/prettier/bin/prettier.cjs');
  execFileSync(process.execPath, [prettier, '--write', file('docs/performance.md')]);
  say('written: docs/performance.md');
}

function rowOf(work: string, aim: number, rounds: Rounds): Row {
  const ours = rounds.get('Hookswitch') ?? [];
  return {
    work,
    unit: 'us',
    aim,
    values: new Map([...rounds].map(([name, values]) => [name, spreadOf(values)])),
    ratios: new Map(
      [...rounds]
        .filter(([name]) => name !== 'Hookswitch')
        .map(([name, values]) => [name, spreadOf(values.map((value, round) => value / (ours[round] ?? Number.NaN)))]),
    ),
  };
}

function pick(
  results: ReadonlyMap<ContestantName, Readonly<Record<string, number>>>,
  key: string,
): Map<ContestantName, number> {
  return new Map([...results].map(([name, result]) => [name, result[key] ?? Number.NaN]));
}

function say(text: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
}
