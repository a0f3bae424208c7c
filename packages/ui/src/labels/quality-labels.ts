import type { QualitySnapshot, QualityWarningCode } from '@hookswitch/sip-core';
import type { Sentence } from './labels.ts';

/** The words about how good a call sounds. */
export interface QualityLabels {
  readonly group: string;
  readonly level: Readonly<Record<QualitySnapshot['level'], string>>;
  /** What is wrong, and what can be done about it. */
  readonly warnings: Readonly<Record<QualityWarningCode, Sentence>>;
  readonly score: string;
  readonly lossIn: string;
  readonly lossOut: string;
  readonly jitter: string;
  readonly roundTrip: string;
  readonly codec: string;
  readonly path: string;
  readonly direct: string;
  readonly relayed: string;
  /** Such as `4.2 of 5`. */
  readonly scoreOf: (score: string) => string;
  readonly percent: (share: string) => string;
  readonly milliseconds: (count: number) => string;
  readonly unknown: string;
}
