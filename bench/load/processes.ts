import { readdirSync, readFileSync } from 'node:fs';

/** CPU time so far, in seconds, of each process whose command line has this text in it. */
export function cpuOf(commandLine: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(commandLine)) continue;
      const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) /, '')
        .split(' ');
      // utime and stime, in ticks of 10 ms.
      times.set(pid, (Number(fields[11]) + Number(fields[12])) / 100);
    } catch {
      // It has ended meanwhile.
    }
  }
  return times;
}
