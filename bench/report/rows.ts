import type { ContestantName } from '../contestants/contestant.ts';
import type { Spread } from './spread.ts';

/** One line of the table. */
export interface Row {
  readonly work: string;
  readonly unit: 'us' | 'ms' | 'octets' | 'kB';
  /** What is to be reached. */
  readonly aim: number;
  readonly values: ReadonlyMap<ContestantName, Spread | number>;
  /** How many times ours each of the others takes, within the same rounds. */
  readonly ratios?: ReadonlyMap<ContestantName, Spread>;
}

/** The figure in the middle of a value. */
export function middle(value: Spread | number | undefined): number | undefined {
  return typeof value === 'object' ? value.median : value;
}

/** What others take in units of ours: the median of single rounds where there are any. */
export function ratioOf(row: Row, name: ContestantName): number | undefined {
  const inRounds = row.ratios?.get(name);
  if (inRounds !== undefined) return inRounds.median;
  const ours = middle(row.values.get('Hookswitch'));
  const theirs = middle(row.values.get(name));
  return ours === undefined || theirs === undefined || ours <= 0 ? undefined : theirs / ours;
}

/** Three figures of a number, as people read them. */
export function figures(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return Number(value.toPrecision(3)).toString();
}
