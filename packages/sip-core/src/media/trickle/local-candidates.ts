import type { LocalCandidates } from '../session-description-handler.ts';
import { generationOf, readCandidates, writeFragment } from './line-candidates.ts';

/** A description of ours and how far gathering had come. */
export interface Gathered {
  readonly sdp: string;
  readonly complete: boolean;
}

/**
 * What there is to tell of our candidates (RFC 8840 section 4.4): always all of them, in the order they were found.
 *
 * @param now - our description as it has become
 * @param sent - the one the far end has
 * @returns nothing while the far end has no description with these credentials
 */
export function localCandidates(now: Gathered, sent: Gathered): LocalCandidates | undefined {
  const known = new Map(readCandidates(sent.sdp).map((line) => [generationOf(line), line.candidates]));
  const lines = readCandidates(now.sdp).filter((line) => known.has(generationOf(line)));
  if (lines.length === 0) return undefined;
  // Right after an ICE restart the state is still that of the gathering before.
  const ended = now.complete && lines.some((line) => line.candidates.length > 0);
  const more = lines.some((line) => {
    const before = known.get(generationOf(line));
    return line.candidates.some((candidate) => before?.includes(candidate) !== true);
  });
  return {
    fragment: writeFragment(lines.map((line) => ({ ...line, ended }))),
    news: more || (ended && !sent.complete),
  };
}
