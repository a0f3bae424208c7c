import type { Sentence } from './labels.ts';

/** The words about pictures and shared screens. */
export interface VideoLabels {
  /** On the button; says the same whether it is on or off. */
  readonly video: string;
  readonly share: string;
  readonly group: (name: string) => string;
  /** What a screen reader calls the far end's picture. */
  readonly theirs: (name: string) => string;
  readonly ours: string;
  /** Below our own picture. */
  readonly you: string;
  /** In place of the far end's picture. */
  readonly theirsOff: (name: string) => string;
  readonly sharing: string;
  readonly stopSharing: string;
  readonly switchCamera: string;
  /** The far end turned its camera on, and ours is off. */
  readonly theyStarted: (name: string) => string;
  readonly showYourself: string;
  /** A call that was placed with a picture and is not answered yet. */
  readonly videoCall: string;
  /** No screen was chosen, or the browser does not allow it. */
  readonly screenDenied: Sentence;
  /** The far end or a server takes no picture. */
  readonly refused: Sentence;
}
