/** `npm run bench`: measures, and writes docs/performance.md and its picture. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { coldStarts } from './cold/cold-start.ts';
import { type ContestantName, contestantNames } from './contestants/contestant.ts';
import { messages } from './corpus/messages.ts';
import { growthText } from './report/growth-text.ts';
import { plot } from './report/plot.ts';
import type { Row } from './report/rows.ts';
import { type Spread, spreadOf } from './report/spread.ts';
import { figureTable, ratioTable } from './report/table.ts';
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
const folder = file('bench/.temporary');
mkdirSync(folder, { recursive: true });
const cold = await coldStarts(folder);
rmSync(folder, { recursive: true });
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

writeFileSync(file('docs/images/performance.svg'), plot(rows));
writeFileSync(file('docs/performance.md'), document());
execFileSync(process.execPath, [
  file('node_modules/prettier/bin/prettier.cjs'),
  '--write',
  file('docs/performance.md'),
]);
say('written: docs/performance.md');

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

function document(): string {
  const { version } = JSON.parse(readFileSync(file('packages/sip-core/package.json'), 'utf8')) as { version: string };
  const octets = Object.values(messages).map((text) => Buffer.byteLength(text));
  const mean = Math.round(octets.reduce((sum, each) => sum + each, 0) / octets.length);
  const processor = cpus()[0]?.model ?? 'an unknown processor';
  return `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; do not edit. Node ${process.versions.node} on ${cpus().length} cores
(${processor}). Hookswitch ${version} beside SIP.js 0.21.2, JsSIP 3.13.8, sip 0.0.6 and drachtio-sip 0.6.3.

![How many times as much the others take](images/performance.svg)

## Ratios

How many times as much as Hookswitch: the median of the ratios within each round. They say more than the figures below,
which change from machine to machine.

${ratioTable(rows)}

## Figures

Medians, in brackets the quartiles. Times are CPU time of the main thread; the wall clock says more about the neighbours.

${figureTable(rows)}

## Growth

How the time of a parse grows with the size of the message, up to a megabyte: the exponent between the two largest sizes
(1 is linear, 2 quadratic), and the time of the largest. A library whose parse took more than 0.4 s was spared the next size.

${growthText(growth)}

By default Hookswitch refuses a head of more than 64 kB or 512 lines; for this table its limits were lifted.

## How it is measured

- Each library does each work in a process of its own; one runs at a time, in turns, and ratios are formed within a round.
- Messages: 24 that browsers, desk phones and servers write (\`bench/corpus\`), ${mean} octets in the mean, each as a fresh
  string. Read are Via, From, To, Call-ID, CSeq, Contact and the body. What a library refuses is left out of its time.
- Calls: two phones of one library on a line in memory that carries UTF-8 and delivers each message in a task of its own;
  INVITE, 180, 200, ACK, BYE, 200, with 4.8 kB of session description each way and media that are ready at once.
- Timers are virtual, the same for all, so that the 32 s a transaction lingers can be stepped over. Logging is off, and so
  are the session timers of JsSIP; Hookswitch runs with what it has on by default.
- The registrar of the bench challenges every REGISTER anew and checks the answer.
- Heaps: 1,000 phones, 1,000 calls and 8,000 finished calls, after five full collections.
- Fresh processes: the median of eleven; import is what loading takes above an empty module.
- sip and drachtio-sip are libraries for servers: no phone, nothing to compare in calls.
`;
}

function say(text: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
}
