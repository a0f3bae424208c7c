import type { EndCause } from '../snapshots.ts';
import type { Sentence } from './labels.ts';

/** Always the same sentence, whatever the circumstances. */
export function say(what: string, next: string | null = null): () => Sentence {
  const sentence: Sentence = { what, next };
  return () => sentence;
}

/** Another sentence depending on who ended the call: us, them, or the system. */
export function by(local: Sentence, remote: Sentence, system: Sentence = remote): (cause: EndCause) => Sentence {
  return (cause) => ({ local, remote, system })[cause.by];
}
