import type { Sentence } from './labels.ts';

/** The words about recordings. */
export interface RecordingLabels {
  /** On the button; says the same whether it is on or off. */
  readonly record: string;
  /** The sign that stands wherever the call is shown. */
  readonly sign: string;
  readonly pausedSign: string;
  readonly asking: string;
  /** Said by screen readers. */
  readonly started: string;
  readonly paused: string;
  readonly stopped: string;
  readonly pause: string;
  readonly resume: string;
  /** Over the finished recordings of a call. */
  readonly ready: string;
  /** Where they are until then. */
  readonly keptUntil: string;
  readonly save: string;
  /** Where a call has several. */
  readonly saveOne: (number: number) => string;
  readonly discard: string;
  readonly failed: Sentence;
}
