import { type ContestantName, contestantNames } from '../contestants/contestant.ts';
import { figures, middle, ratioOf, type Row } from './rows.ts';
import type { Spread } from './spread.ts';

const others = contestantNames.filter((name) => name !== 'Hookswitch');

/** How many times as much the others take. */
export function ratioTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const cells = others.map((name) => {
      const ratio = ratioOf(row, name);
      return ratio === undefined ? '' : `${figures(ratio)}×`;
    });
    return [row.work, ...cells];
  });
  return table(['the same work by', ...others], lines);
}

/** The figures themselves, with their quartiles, and what is to be reached. */
export function figureTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const cells = contestantNames.map((name) => cell(row, name));
    const ours = middle(row.values.get('Hookswitch'));
    const verdict = ours !== undefined && ours <= row.aim ? 'yes' : 'no';
    return [`${row.work} (${row.unit})`, ...cells, `${figures(row.aim)}: ${verdict}`];
  });
  return table(['', ...contestantNames, 'aim reached'], lines);
}

function cell(row: Row, name: ContestantName): string {
  const value = row.values.get(name);
  if (value === undefined) return '';
  return typeof value === 'number' ? figures(value) : withQuartiles(value);
}

function withQuartiles({ median, low, high }: Spread): string {
  return `${figures(median)} (${figures(low)}–${figures(high)})`;
}

/** A table of Markdown, as the formatter of the repository would write it. */
export function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const write = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [write(head), rule, ...lines.map(write)].join('\n');
}
