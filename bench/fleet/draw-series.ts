/** One line of a picture; a value for each step across. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

const WIDTH = 720;
const HEIGHT = 320;
const LEFT = 48;
const BOTTOM = 44;
const TOP = 24;
const COLOURS = ['#0b6bcb', '#c2410c', '#15803d', '#7e22ce', '#a16207', '#be123c'];

/** Draws lines over common axes, as SVG that reads on light and dark ground. */
export function drawSeries(
  series: readonly Series[],
  labels: { readonly across: string; readonly up: string; readonly limit: number },
): string {
  const most = Math.max(labels.limit * 1.2, ...series.flatMap(({ values }) => values));
  const steps = Math.max(...series.map(({ values }) => values.length));
  const x = (step: number): number => LEFT + (step * (WIDTH - LEFT - 16)) / Math.max(1, steps - 1);
  const y = (value: number): number => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const text = (at: readonly [number, number], words: string, more = ''): string =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" font-size="12" fill="#6b7280" ${more}>${words}</text>`;
  const ticks = [0, labels.limit].map((value) =>
    [
      `<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}" stroke="#9ca3af"`,
      value === 0 ? '/>' : 'stroke-dasharray="5 4"/>',
      text([LEFT - 8, y(value) + 4], `${value}`, 'text-anchor="end"'),
    ].join(' '),
  );
  const lines = series.map(({ name, values }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const points = values.map((value, step) => `${x(step).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const key = `<text x="${WIDTH - 130}" y="${TOP + 14 + 16 * index}" font-size="12" fill="${colour}">${name}</text>`;
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>${key}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif">
${ticks.join('\n')}
${text([LEFT, 14], labels.up)}
${text([WIDTH / 2, HEIGHT - 10], labels.across, 'text-anchor="middle"')}
${text([LEFT, HEIGHT - BOTTOM + 16], '0')}
${text([x(steps - 1), HEIGHT - BOTTOM + 16], `${steps - 1}`, 'text-anchor="end"')}
${lines.join('\n')}
</svg>
`;
}
