import type { ResumeCalls } from './call-continuity.ts';
import { oneOf, type ParameterReader, seconds } from './parameters.ts';

/** Parameters of what becomes of a call when its page goes, or its far end. */
export interface ContinuityParameters {
  /**
   * What happens to calls when their page is loaded again: `automatic` takes them up, `ask` waits for `resume()` of
   * `resumableCalls`, `off` (default) hangs up as the page goes. A page that is closed hangs up in any case, as far as
   * the browser lets it: see docs/decisions/page-and-calls.md.
   */
  resumeCalls: ResumeCalls;
  /** Seconds within which the page must be back, or its calls are hung up; default 10, at the most 25. */
  resumeWithin: number;
  /**
   * Seconds after which a call is ended whose far end neither is heard nor answers when asked; default 30, 0 never ends
   * one. A far end that answers is never given up, however silent it is.
   */
  farEndTimeout: number;
}

/** How they are read. */
export function continuityReaders(): {
  readonly [Name in keyof ContinuityParameters]: ParameterReader<ContinuityParameters[Name]>;
} {
  return {
    resumeCalls: oneOf('automatic', 'ask', 'off'),
    resumeWithin: seconds(1, 25),
    farEndTimeout: seconds(0, 3600),
  };
}
