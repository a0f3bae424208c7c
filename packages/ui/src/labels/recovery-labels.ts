import type { Sentence } from './labels.ts';

/** Words for calls whose far end, page or tab went away. */
export interface RecoveryLabels {
  /** Nothing is heard of the far end, which is asked whether it is there. */
  readonly silent: Sentence;
  /** It does not answer either; `seconds` until the call is ended, `null` where that is not said. */
  readonly unreachable: (seconds: number | null) => Sentence;
  /** The phone, with its sound, is in another tab. */
  readonly elsewhere: Sentence;
  /** A call of the page before waits for a word. */
  readonly interrupted: (name: string) => Sentence;
  readonly goOn: string;
  readonly hangUp: string;
}
