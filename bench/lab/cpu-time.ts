import { readFileSync } from 'node:fs';

/**
 * CPU time of this thread so far, in microseconds, where the system tells it; that of the whole process elsewhere, which
 * counts collector and compiler threads as well. The wall clock of a shared machine says more about the neighbours.
 */
export function cpuTime(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ', 1)[0]) / 1000;
  } catch {
    const { user, system } = process.cpuUsage();
    return user + system;
  }
}
