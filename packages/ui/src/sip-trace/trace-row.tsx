'use client';

import { type CSSProperties, memo, type NamedExoticComponent } from 'react';
import type { TraceLabels } from '../labels/trace-labels.ts';
import { PlugIcon, UnplugIcon } from './trace-icons.ts';
import { laneName, type TraceItem } from './trace-item.ts';
import { markWords, spokenRow } from './trace-words.ts';

/** Props of {@link TraceRow}. */
export interface TraceRowProps {
  readonly item: TraceItem;
  /** The id of its element. */
  readonly id: string;
  readonly selected: boolean;
  /** At which line of the ladder the far end of the arrow is; ours is 0. */
  readonly column: number;
  readonly columns: number;
  readonly labels: TraceLabels;
  readonly clock: (time: number) => string;
  readonly onPick: (id: number) => void;
}

/** How many hues the lanes have. */
const HUES = 6;

/** One message, as an arrow between the lines of the ladder. */
export const TraceRow: NamedExoticComponent<TraceRowProps> = memo(function TraceRow(props: TraceRowProps) {
  const { item, id, selected, column, columns, labels, clock, onPick } = props;
  const spoken = <span className="hs-hidden">{spokenRow(labels, item, clock)}</span>;
  const shared = {
    ...{ id, role: 'option', 'aria-selected': selected, 'data-hs-tone': item.tone, className: 'hs-trace__row' },
    onClick: () => onPick(item.id),
  } as const;
  if (item.kind === 'mark') {
    const keepAlive = item.mark.kind === 'keepAliveSent' || item.mark.kind === 'keepAliveReceived';
    const Glyph = item.mark.kind === 'connected' ? PlugIcon : UnplugIcon;
    return (
      <div {...shared} data-kind={keepAlive ? 'pulse' : 'mark'}>
        {spoken}
        <span aria-hidden className="hs-trace__time">
          {clock(item.mark.time)}
        </span>
        <span aria-hidden className="hs-trace__mark">
          {!keepAlive && <Glyph className="hs-trace__glyph" />}
          <span className="hs-trace__mark-words">{markWords(labels, item)}</span>
        </span>
      </div>
    );
  }
  const { entry, title, cseq, lane, again, after, hasBody } = item;
  const place: CSSProperties & Record<'--_reach', string> = { '--_reach': `${(100 * column) / (columns - 1)}%` };
  return (
    <div {...shared} data-kind={entry.statusCode === null ? 'request' : 'response'} data-again={again ? '' : undefined}>
      {spoken}
      <span aria-hidden className="hs-trace__time">
        {clock(entry.time)}
        <span className="hs-trace__after">{after === null ? '' : `+${offset(after)}`}</span>
      </span>
      <span aria-hidden className="hs-trace__lane" data-lane={lane % HUES}>
        {laneName(lane)}
      </span>
      <span aria-hidden className="hs-trace__wire" data-way={entry.direction} style={place}>
        <span className="hs-trace__said">
          <bdi className="hs-trace__title">{title}</bdi>
          {hasBody && <span className="hs-trace__body-dot" />}
          {again && <span className="hs-trace__again">{labels.again}</span>}
          <bdi className="hs-trace__cseq">{cseq}</bdi>
        </span>
        <svg className="hs-trace__arrow" viewBox="0 0 10 10">
          <path d={entry.statusCode === null ? 'M0 0 L10 5 L0 10 Z' : 'M1 1 L9 5 L1 9'} />
        </svg>
      </span>
    </div>
  );
});

/** Seconds, as many digits as make sense. */
function offset(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 100 ? seconds.toFixed(3) : seconds.toFixed(0);
}
