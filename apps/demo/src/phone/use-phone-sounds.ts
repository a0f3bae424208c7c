import { useUA } from '@hookswitch/react-sip';
import { CallSoundPlayer, devicesOf, type SoundSettings } from '@hookswitch/sip-core';
import type { PhoneSounds } from '@hookswitch/ui';
import { useEffect, useState } from 'react';

/** Sounds that can be handed out before there is a player, and outlive it. */
class SwitchedSounds implements PhoneSounds {
  #player: CallSoundPlayer | undefined;
  #settings: SoundSettings = {};
  readonly #listeners = new Set<() => void>();
  #stop: (() => void) | undefined;

  plug(player: CallSoundPlayer | undefined): void {
    this.#stop?.();
    this.#player = player;
    player?.configure(this.#settings);
    this.#stop = player?.subscribe(() => {
      this.#tell();
    });
    this.#tell();
  }

  getSnapshot(): { readonly blocked: boolean } {
    return { blocked: this.#player?.getSnapshot().blocked ?? false };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  unlock(): Promise<boolean> {
    return this.#player?.unlock() ?? Promise.resolve(true);
  }

  key(key: string): void {
    this.#player?.key(key);
  }

  silence(): void {
    this.#player?.silence();
  }

  configure(settings: SoundSettings): void {
    this.#settings = { ...this.#settings, ...settings };
    this.#player?.configure(settings);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Ring, ringback, keys and the tones that end a call, for as long as the phone is shown. */
export function usePhoneSounds(): PhoneSounds {
  const ua = useUA();
  const [sounds] = useState(() => new SwitchedSounds());
  useEffect(() => {
    const { platform } = ua.userAgent;
    const player = new CallSoundPlayer(ua, platform, { devices: devicesOf(platform) });
    sounds.plug(player);
    return () => {
      sounds.plug(undefined);
      player.dispose();
    };
  }, [ua, sounds]);
  return sounds;
}
