/** How much is measured: all of it, or with `npm run bench -- quick` just enough to see that everything works. */
interface Effort {
  readonly rounds: number;
  /** Milliseconds of CPU time. */
  readonly warmUp: number;
  /** Milliseconds of CPU time. */
  readonly round: number;
  /** Phones and calls that a heap is divided by. */
  readonly crowd: number;
  /** Calls in the tables when one is measured again. */
  readonly finished: number;
  readonly freshProcesses: number;
  /** Milliseconds of CPU time for one size of one shape. */
  readonly shape: number;
  /** Seconds that a page is watched, and that each step of the load takes. */
  readonly seconds: number;
}

const full: Effort = {
  rounds: 7,
  // A call runs through so much code that it takes an engine two seconds to have compiled most of it.
  warmUp: 2000,
  round: 120,
  crowd: 1000,
  finished: 8000,
  freshProcesses: 11,
  shape: 60,
  seconds: 5,
};
const quick: Effort = {
  rounds: 2,
  warmUp: 50,
  round: 20,
  crowd: 100,
  finished: 200,
  freshProcesses: 2,
  shape: 5,
  seconds: 1,
};

export const isQuick: boolean = process.env['HOOKSWITCH_BENCH'] === 'quick';
export const effort: Effort = isQuick ? quick : full;
