import type { Sentence } from './labels.ts';

/** Why devices cannot be chosen, as far as the picker has words of its own for it. */
export type DeviceTrouble = 'notAsked' | 'denied' | 'inUse' | 'none' | 'insecure';

/** The words about microphones, loudspeakers and cameras. */
export interface DevicesLabels {
  readonly group: string;
  readonly microphone: string;
  readonly speaker: string;
  readonly ringer: string;
  readonly camera: string;
  readonly standard: string;
  /** A device without a name. */
  readonly unnamed: (number: number) => string;
  /** An entry of a list: chosen, and not there now. */
  readonly missing: (name: string) => string;
  /** Below the list then. */
  readonly fallsBack: (name: string) => string;
  /** Where the browser sends all sound to the system's own choice. */
  readonly fixedOutput: string;
  readonly level: string;
  readonly theirLevel: string;
  readonly loudness: Readonly<Record<'silent' | 'quiet' | 'good' | 'loud', string>>;
  readonly test: string;
  readonly speak: string;
  readonly playTone: string;
  readonly playRing: string;
  /** The browser lets nothing sound. */
  readonly toneBlocked: string;
  readonly trouble: Readonly<Record<DeviceTrouble, Sentence>>;
  readonly cameraTrouble: Readonly<Record<DeviceTrouble, Sentence>>;
  readonly asking: string;
  readonly allow: string;
  readonly allowCamera: string;
  readonly again: string;
}
