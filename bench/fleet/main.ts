import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Fleet } from '@hookswitch/sip-core/testing';
import { drawSeries } from './draw-series.ts';

/**
 * Ten thousand user agents hold their registrations for a simulated day; then their server is restarted. Writes
 * docs/fleet.md and its pictures.
 */

const size = Number(process.env['FLEET_SIZE'] ?? 10_000);
const hours = Number(process.env['FLEET_HOURS'] ?? 24);
const OUTAGES = [1, 5, 30, 60, 300];
const docs = path.resolve(import.meta.dirname, '../../docs');

interface Sample {
  readonly hour: number;
  readonly heap: number;
  readonly timers: number;
  readonly registered: number;
  readonly busiest: number;
}

const megabytes = (): number => {
  global.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
};

const began = Date.now();
const fleet = new Fleet({ size, configuration: { registerExpires: 3600, keepAliveInterval: 600 } });
fleet.start(300);
await fleet.run(600);
const samples: Sample[] = [];
for (let hour = 0; hour <= hours; hour += 1) {
  if (hour > 0) await fleet.run(3600);
  const { timers, registered } = fleet.counts();
  const busiest = Math.max(...fleet.seconds.slice(hour === 0 ? -60 : -3600).map(({ registers }) => registers));
  samples.push({ hour, heap: megabytes(), timers, registered, busiest });
  console.log(`${String(hour)} h`, samples.at(-1), `${String(Math.round((Date.now() - began) / 1000))} s`);
}

const returns = new Map<number, readonly number[]>();
for (const outage of OUTAGES) {
  fleet.down();
  await fleet.run(outage);
  fleet.up();
  const from = fleet.seconds.length;
  await fleet.run(60);
  returns.set(
    outage,
    fleet.seconds.slice(from).map(({ connections }) => (100 * connections) / size),
  );
  const { registered } = fleet.counts();
  console.log(`away ${String(outage)} s: at the most ${worst(outage)} % in one second, ${String(registered)} back`);
  await fleet.run(300);
}
await fleet.close();
const left = fleet.counts();

function worst(outage: number): string {
  return Math.max(...(returns.get(outage) ?? [])).toFixed(1);
}

const picture = drawSeries(
  [...returns].map(([outage, values]) => ({ name: `away ${String(outage)} s`, values: values.slice(0, 40) })),
  { across: 'seconds after the server is back', up: '% of all agents that come', limit: 5 },
);
const table = samples
  .filter(({ hour }) => hour % 4 === 0)
  .map((each) => `| ${[each.hour, each.heap, each.timers, each.registered, each.busiest].join(' | ')} |`);
await mkdir(path.join(docs, 'images'), { recursive: true });
await writeFile(path.join(docs, 'images/fleet.svg'), picture);
await writeFile(
  path.join(docs, 'fleet.md'),
  `# ${size.toLocaleString('en')} user agents for a day

Written by \`npm run fleet -w bench\`: ${size.toLocaleString('en')} real user agents in one Node process, ${String(hours)} hours of
virtual time, a registrar in memory that asks for a digest. Registrations of one hour, keep-alives every ten minutes.

| Hour | Heap, MB | Timers | Registered | REGISTERs in the busiest second of the hour |
| ---: | ---: | ---: | ---: | ---: |
${table.join('\n')}

What grows by some bytes a second is the record of the seconds themselves, from which the last column comes.

After \`dispose()\` of all: ${String(left.timers)} timers, ${String(left.transactions)} transactions, ${String(left.sockets)} sockets, ${String(fleet.errors.length)} lines logged as errors.

## When the server was away

Agents without a call, in pages that nobody looks at, return evenly (\`transport/backoff.ts\`): the share that comes in the
busiest second is

| The server is away for | In the busiest second |
| ---: | ---: |
${OUTAGES.map((outage) => `| ${String(outage)} s | ${worst(outage)} % |`).join('\n')}

![Share of agents that come in each second after the server is back](images/fleet.svg)

The first attempt comes within half a second of the loss, so a server that is back sooner than that sees all of them at
once. Agents in a call, and those in a page that is shown, do not wait so long: see \`ConnectionRecovery\`.
`,
);
