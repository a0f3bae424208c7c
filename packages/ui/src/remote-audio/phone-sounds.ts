import type { SoundSettings } from '@hookswitch/sip-core';

/** The sounds of a telephone beside the voice: ring, ringback, keys. `CallSoundPlayer` of sip-core is one. */
export interface PhoneSounds {
  /** `blocked`: the browser lets nothing sound before the person does something. */
  getSnapshot(): { readonly blocked: boolean };
  /** Calls `listener` after each change; returns a function that ends that. */
  subscribe(listener: () => void): () => void;
  /** Lets what is blocked sound; called from a click. */
  unlock(): Promise<unknown>;
  /** Sounds a key. */
  key(key: string): void;
  /** Silences what rings now. */
  silence(): void;
  /** Takes over what the person chose in the settings. */
  configure?(settings: Pick<SoundSettings, 'tones' | 'ringVolume'>): void;
}
