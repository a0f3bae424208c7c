'use client';

import type { QualitySnapshot, StatisticsSnapshot } from '@hookswitch/sip-core';
import type { ReactElement } from 'react';
import { useLogLabels } from '../labels/hooks/use-log-labels.ts';
import { useQualityLabels } from '../labels/hooks/use-quality-labels.ts';

/** Props of {@link QualityFacts}. */
export interface QualityFactsProps {
  readonly quality: QualitySnapshot;
  /** `null` before the first measurement. */
  readonly statistics: StatisticsSnapshot | null;
}

/** The figures behind a quality, for who looks after the network. */
export function QualityFacts({ quality, statistics }: QualityFactsProps): ReactElement {
  const labels = { log: useLogLabels(), quality: useQualityLabels() };
  const words = labels.quality;
  const text = (value: number, digits: number): string =>
    new Intl.NumberFormat(labels.log.locale, { maximumFractionDigits: digits }).format(value);
  const told = <Value,>(value: Value | null | undefined, say: (value: Value) => string): string =>
    value === null || value === undefined ? words.unknown : say(value);
  const share = (value: number): string => words.percent(text(100 * value, 1));
  const time = (value: number): string => words.milliseconds(Math.round(value));
  const { sent, received } = statistics?.audio ?? { sent: null, received: null };
  const facts: readonly (readonly [string, string])[] = [
    [words.score, told(quality.mos, (score) => words.scoreOf(text(score, 1)))],
    [words.lossIn, told(received?.loss, share)],
    [words.lossOut, told(sent?.loss, share)],
    [words.jitter, told(received?.jitter, time)],
    [words.roundTrip, told(statistics?.roundTripTime, time)],
    [words.codec, told(received?.codec ?? sent?.codec, (codec) => codec)],
    [words.path, told(statistics?.path, ({ relayed }) => (relayed ? words.relayed : words.direct))],
  ];
  return (
    <dl className="hs-quality__facts">
      {facts.map(([term, fact]) => (
        <div key={term} className="hs-quality__fact">
          <dt className="hs-quality__term">{term}</dt>
          <dd className="hs-quality__value">
            <bdi>{fact}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
