'use client';

import { type CSSProperties, memo, type NamedExoticComponent } from 'react';
import type { TraceLabels } from '../labels/trace-labels.ts';
import type { TraceItem } from './trace-item.ts';
import { TraceRow } from './trace-row.tsx';

/** Rows that are drawn, laid out and compared together. */
const BLOCK = 50;

/** Props of {@link TraceBlock}. */
export interface TraceBlockProps {
  readonly items: readonly TraceItem[];
  /** Servers in the order of their lines. */
  readonly servers: readonly string[];
  /** The selected row, if it is one of these. */
  readonly selected: number | null;
  /** What the ids of rows begin with. */
  readonly prefix: string;
  readonly labels: TraceLabels;
  readonly clock: (time: number) => string;
  readonly onPick: (id: number) => void;
}

/** Some rows of the ladder. A message more renders the last block alone, however many there are. */
export const TraceBlock: NamedExoticComponent<TraceBlockProps> = memo(function TraceBlock(props: TraceBlockProps) {
  const { items, servers, selected, prefix, labels, clock, onPick } = props;
  const height: CSSProperties & Record<'--_height', string> = { '--_height': `${heightOf(items)}px` };
  return (
    <div role="none" className="hs-trace__block" style={height}>
      {items.map((item) => (
        <TraceRow
          key={item.id}
          item={item}
          id={`${prefix}${item.id}`}
          selected={item.id === selected}
          column={columnOf(item, servers)}
          columns={Math.max(2, servers.length + 1)}
          labels={labels}
          clock={clock}
          onPick={onPick}
        />
      ))}
    </div>
  );
}, sameBlock);

function sameBlock(before: TraceBlockProps, after: TraceBlockProps): boolean {
  const { items, servers, ...rest } = after;
  const same = (one: readonly unknown[], other: readonly unknown[]): boolean =>
    one.length === other.length && one.every((part, index) => part === other[index]);
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return (
    same(before.items, items) && same(before.servers, servers) && names.every((name) => before[name] === rest[name])
  );
}

/** Pixels, as in `sip-trace.css`: with them the browser can scroll past rows that it has not laid out. */
function heightOf(items: readonly TraceItem[]): number {
  return items.reduce((height, { kind }) => height + (kind === 'mark' ? 32 : 44), 0);
}

function columnOf(item: TraceItem, servers: readonly string[]): number {
  const server = item.kind === 'mark' ? item.mark.server : item.entry.server;
  return server === null ? 1 : Math.max(0, servers.indexOf(server)) + 1;
}

/** Rows in blocks. A row stays in its block when others are added at the end. */
export function blocksOf(items: readonly TraceItem[]): readonly (readonly TraceItem[])[] {
  const blocks: TraceItem[][] = [];
  for (const item of items) {
    const last = blocks.at(-1);
    if (last === undefined || Math.floor((last[0]?.id ?? 0) / BLOCK) !== Math.floor(item.id / BLOCK))
      blocks.push([item]);
    else last.push(item);
  }
  return blocks;
}
