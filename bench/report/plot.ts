import { type ContestantName, contestantNames } from '../contestants/contestant.ts';
import { figures, ratioOf, type Row } from './rows.ts';

const colours: Readonly<Record<ContestantName, string>> = {
  Hookswitch: '#0b6bcb',
  'SIP.js': '#c2410c',
  JsSIP: '#a16207',
  sip: '#6b7280',
  'drachtio-sip': '#9ca3af',
};

const left = 300;
const width = 560;
const lineHeight = 34;
const top = 56;

/** A picture of the ratios, on a logarithmic scale on which ours is 1. */
export function plot(rows: readonly Row[]): string {
  const drawn = rows.filter((row) => contestantNames.some((name) => name !== 'Hookswitch' && ratioOf(row, name)));
  const all = drawn.flatMap((row) => contestantNames.map((name) => ratioOf(row, name) ?? 1));
  const least = Math.min(0.5, ...all);
  const most = Math.max(10, ...all) * 1.3;
  const x = (ratio: number): number => left + (width * Math.log(ratio / least)) / Math.log(most / least);
  const height = top + drawn.length * lineHeight + 20;
  const ticks = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000].filter((tick) => tick >= least && tick <= most);
  const grid = ticks.map(
    (tick) =>
      `<line x1="${x(tick).toFixed(1)}" x2="${x(tick).toFixed(1)}" y1="${top - 6}" y2="${height - 14}" class="${tick === 1 ? 'one' : 'grid'}"/>` +
      `<text x="${x(tick).toFixed(1)}" y="${top - 12}" text-anchor="middle">${tick}×</text>`,
  );
  const marks = drawn.flatMap((row, index) => {
    const y = top + index * lineHeight + lineHeight / 2;
    const points = contestantNames
      .filter((name) => ratioOf(row, name) !== undefined)
      .map((name) => ({ name, ratio: ratioOf(row, name) ?? 1 }));
    const farthest = Math.max(...points.map(({ ratio }) => ratio));
    return [
      `<text x="${left - 14}" y="${y + 4}" text-anchor="end">${escaped(row.work)}</text>`,
      `<line x1="${x(1).toFixed(1)}" x2="${x(farthest).toFixed(1)}" y1="${y}" y2="${y}" class="span"/>`,
      ...points.map(
        ({ name, ratio }) =>
          `<circle cx="${x(ratio).toFixed(1)}" cy="${y}" r="6" fill="${colours[name]}"><title>${escaped(name)}: ${figures(ratio)} times</title></circle>`,
      ),
    ];
  });
  const legend = contestantNames.map(
    (name, index) =>
      `<circle cx="${20 + index * 130}" cy="18" r="6" fill="${colours[name]}"/><text x="${32 + index * 130}" y="22">${escaped(name)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 40} ${height}" role="img" aria-label="How many times as much as Hookswitch other libraries take for the same work">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#1f2937}.grid{stroke:#e5e7eb}.one{stroke:#0b6bcb;stroke-dasharray:4 3}.span{stroke:#d1d5db;stroke-width:2}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...legend,
    ...grid,
    ...marks,
    '</svg>',
    '',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
