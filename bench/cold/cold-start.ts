import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { effort } from '../effort.ts';
import { bundle } from '../bundle.ts';
import type { ContestantName } from '../contestants/contestant.ts';
import { median, type Spread, spreadOf } from '../report/spread.ts';

/** What a page's first moments with a library cost, in microseconds of CPU time. */
export interface ColdStart {
  /** Loading it from its own files, above loading an empty module. */
  readonly imported: Spread;
  /** The first call there ever is, both ends, from an engine that has compiled nothing yet. */
  readonly firstCall: Spread;
  /** Constructing the first phone, above nothing. */
  readonly constructed: Spread;
}

const libraries = ['Hookswitch', 'SIP.js', 'JsSIP'] as const satisfies readonly ContestantName[];
const specifiers = { Hookswitch: '@hookswitch/sip-core', 'SIP.js': 'sip.js', JsSIP: 'jssip' } as const;
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Measures fresh processes, the libraries in turn. */
export async function coldStarts(): Promise<ReadonlyMap<ContestantName, ColdStart>> {
  const entry = new Map<ContestantName, string>();
  for (const name of libraries) entry.set(name, await bundleFirstCall(name));
  const taken = new Map(libraries.map((name) => [name, emptyTaken()]));
  const empty: number[] = [];
  for (let run = 0; run < effort.freshProcesses; run++) {
    empty.push((await say(fork(here('first-import.mjs'), [here('empty.mjs')]))).imported ?? 0);
    for (const name of libraries) {
      const into = taken.get(name);
      if (into === undefined) continue;
      const url = import.meta.resolve(specifiers[name]);
      into.imported.push((await say(fork(here('first-import.mjs'), [url], { execArgv: [] }))).imported ?? 0);
      const first = await say(fork(entry.get(name) ?? '', [], { execArgv: [] }));
      into.firstCall.push(first.firstCall ?? 0);
      into.constructed.push(first.constructed ?? 0);
    }
  }
  const nothing = median(empty);
  return new Map(
    libraries.map((name) => {
      const { imported, firstCall, constructed } = taken.get(name) ?? { imported: [], firstCall: [], constructed: [] };
      return [
        name,
        {
          imported: spreadOf(imported.map((each) => each - nothing)),
          firstCall: spreadOf(firstCall),
          constructed: spreadOf(constructed),
        },
      ];
    }),
  );
}

interface Taken {
  readonly imported: number[];
  readonly firstCall: number[];
  readonly constructed: number[];
}

function emptyTaken(): Taken {
  return { imported: [], firstCall: [], constructed: [] };
}

interface Said {
  readonly imported?: number;
  readonly firstCall?: number;
  readonly constructed?: number;
}

function say(child: ChildProcess): Promise<Said> {
  return new Promise((resolve, reject) => {
    child.once('message', (said) => {
      resolve(said as Said);
    });
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A fresh process ended with ${String(code)}.`));
    });
  });
}

const firstCalls = {
  Hookswitch: ['hookswitch', 'hookswitch'],
  'SIP.js': ['sipJs', 'sip-js'],
  JsSIP: ['jsSipContestant', 'js-sip'],
} as const;

function bundleFirstCall(name: (typeof libraries)[number]): Promise<string> {
  const [exported, contestant] = firstCalls[name];
  return bundle(
    `first-call-${contestant}`,
    `import { ${exported} as contestant } from './contestants/${contestant}.ts';
     import { measureFirstCall } from './cold/first-call.ts';
     await measureFirstCall(contestant);`,
  );
}
