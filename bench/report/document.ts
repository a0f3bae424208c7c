import { cpus } from 'node:os';
import type { ContestantName } from '../contestants/contestant.ts';
import { messages } from '../corpus/messages.ts';
import type { LoadStep } from '../load/load.ts';
import type { PageFrames } from '../react/page-frames.ts';
import { growthText } from './growth-text.ts';
import { loadText } from './load-text.ts';
import { figures, type Row } from './rows.ts';
import { figureTable, ratioTable, table } from './table.ts';

/** Everything that was measured. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly growth: ReadonlyMap<ContestantName, Readonly<Record<string, number>>>;
  /** Calls beside thousands of finished ones that never came to stand. */
  readonly lost: ReadonlyMap<ContestantName, number>;
  readonly frames: { readonly own: PageFrames; readonly list: PageFrames } | undefined;
  readonly load: readonly LoadStep[] | undefined;
}

/** The page of documentation about it. */
export function performanceDocument({ rows, growth, lost, frames, load }: Measured): string {
  const octets = Object.values(messages).map((text) => Buffer.byteLength(text));
  const mean = Math.round(octets.reduce((sum, each) => sum + each, 0) / octets.length);
  const processor = cpus()[0]?.model ?? 'an unknown processor';
  return `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; do not edit. Node ${process.versions.node} on ${cpus().length} cores
(${processor}). Hookswitch beside SIP.js 0.21.2, JsSIP 3.13.8, sip 0.0.6 and drachtio-sip 0.6.3.

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
(1 is linear, 2 quadratic), and the time of the largest. A library whose parse took more than 0.15 s was spared the next size.

${growthText(growth)}

By default Hookswitch refuses a head of more than 64 kB or 512 lines; for this table its limits were lifted.

## Lost calls

Of 8,000 calls within 32 s, so many never came to stand, or ended in an exception later: ${lostText(lost)}. Who draws the branch of a transaction from a
few million numbers meets old ones again.

## React

${frames === undefined ? 'Not measured: there is no Chromium here.' : frameText(frames)}

## Calls through a server

${loadText(load)}

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

function lostText(lost: ReadonlyMap<ContestantName, number>): string {
  return [...lost].map(([name, calls]) => `${name} ${calls}`).join(', ');
}

function frameText({ own, list }: { readonly own: PageFrames; readonly list: PageFrames }): string {
  const line = (name: string, page: PageFrames): readonly string[] => [
    name,
    `${figures(page.scriptPerFrame)} ms`,
    figures(page.rendersPerEvent),
    figures(page.framesPerSecond),
    figures(page.eventsPerSecond),
  ];
  return `A page in Chromium with 100 calls in its store, one of which changes every 20 ms. Each row follows its own call with
\`useSession(id)\`; beside that the same page with rows that look into the list of all, as hooks that hand out the whole
list on each event make them.

${table(
  ['rows', 'scripting per frame', 'renders per event', 'frames/s', 'events/s'],
  [line('useSession(id)', own), line('the whole list', list)],
)}`;
}
