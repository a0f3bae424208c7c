import { cpus } from 'node:os';
import type { LoadStep } from '../load/load.ts';
import { figures } from './rows.ts';
import { table } from './table.ts';

/** Part of a core from which on a process has no time left. */
const BUSY = 0.8;

/** What the load on Kamailio showed, and who gave in first. */
export function loadText(steps: readonly LoadStep[] | undefined): string {
  if (steps === undefined) return 'Not measured: Kamailio is not installed here.';
  const lines = steps.map((step) => [
    String(step.callers),
    figures(step.callsPerSecond),
    `${figures(step.setUp.p50)} / ${figures(step.setUp.p95)} / ${figures(step.setUp.p99)}`,
    String(step.failed),
    figures(step.ours),
    `${figures(step.kamailio)} (${figures(step.busiest)})`,
    figures(step.memory),
  ]);
  const head = [
    'callers',
    'calls/s',
    'set-up ms p50 / p95 / p99',
    'failed',
    'our CPU',
    'Kamailio CPU (busiest)',
    'our MB',
  ];
  return `sip-core in Node as a load generator: both ends of every call in one process, each phone on a WebSocket of its own
through a Kamailio on the same machine (registrar, digest on each INVITE, record-route). CPU in parts of one core.

${table(head, lines)}

${verdict(steps)}`;
}

function verdict(steps: readonly LoadStep[]): string {
  const best = steps.reduce((fastest, step) => (step.callsPerSecond > fastest.callsPerSecond ? step : fastest));
  const cores = cpus().length;
  const at = `At ${figures(best.callsPerSecond)} calls/s`;
  if (best.ours >= BUSY && best.ours > best.busiest) {
    return `${at} the load generator was the bottleneck: its one thread was busy, Kamailio was not.`;
  }
  if (best.busiest >= BUSY) return `${at} Kamailio was the bottleneck: one of its processes was busy all the time.`;
  if (best.ours + best.kamailio >= BUSY * cores)
    return `${at} the machine was the bottleneck: its ${cores} cores were busy.`;
  return `${at} neither was busy: the rest of the time went to other work on this machine, and to waits between processes.`;
}
