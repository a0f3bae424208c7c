/** What is measured over and over: CPU time for each operation. */
export const repeatedWorks = [
  'parse',
  'parse only',
  'uri',
  'name-addr',
  'invite',
  'call',
  'register',
  'message',
] as const;

/** What is measured once in each process: octets, or a course of them. */
export const singleWorks = ['idle heap', 'call heap', 'crowd', 'growth'] as const;

/** One of {@link repeatedWorks}. */
export type RepeatedWork = (typeof repeatedWorks)[number];
/** One of {@link singleWorks}. */
export type SingleWork = (typeof singleWorks)[number];

/** What the parent asks of a worker. */
export interface Round {
  /** Milliseconds of CPU time to spend. */
  readonly milliseconds: number;
}

/** What a worker says. */
export type Report =
  | { readonly kind: 'ready' }
  /** Not something this library can do. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'round'; readonly operations: number; readonly microseconds: number }
  | { readonly kind: 'result'; readonly result: Readonly<Record<string, number>> };
