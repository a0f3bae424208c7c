import { type ContestantName, contestantNames } from '../contestants/contestant.ts';
import { shapes } from '../works/growth.ts';
import { figures } from './rows.ts';
import { table } from './table.ts';

/** The growth of each library as a table. */
export function growthText(growth: ReadonlyMap<ContestantName, Readonly<Record<string, number>>>): string {
  const names = contestantNames.filter((name) => growth.has(name));
  const cell = (name: ContestantName, shape: string): string => {
    const result = growth.get(name) ?? {};
    const exponent = result[`${shape}: exponent`];
    const micros = result[`${shape}: micros`];
    const octets = result[`${shape}: octets`];
    if (exponent === undefined || micros === undefined || octets === undefined) return '';
    const size = octets === 1024 * 1024 ? '' : ` at ${Math.round(octets / 1024)} kB`;
    return `${exponent.toFixed(1)}; ${figures(micros / 1000)} ms${size}`;
  };
  return table(
    ['large of', ...names],
    Object.keys(shapes).map((shape) => [shape, ...names.map((name) => cell(name, shape))]),
  );
}
