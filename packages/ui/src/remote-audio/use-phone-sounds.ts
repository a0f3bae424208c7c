'use client';

import { useUA } from '@hookswitch/react-sip';
import { type PhoneSettings, usePhoneSettings } from '@hookswitch/react-sip/storage';
import {
  CallSoundPlayer,
  COUNTRY_TONES,
  devicesOf,
  type SoundSettings,
  type ToneCountry,
  type UA,
} from '@hookswitch/sip-core';
import { useEffect, useState } from 'react';
import type { PhoneSounds } from './phone-sounds.ts';

/** Loudness of tones, and of a ring at its loudest: a ring is to be heard through a room, a tone beside an ear. */
const LOUDNESS = { tones: 0.15, ring: 0.4 };

/** How loud it rings, 0 to 1, at a volume between 0 and 1 in the settings. */
export function ringLoudness(volume: number): number {
  return LOUDNESS.ring * volume;
}

/** Sounds that can be handed out before there is a player, and outlive it. */
class OwnSounds implements PhoneSounds {
  readonly #listeners = new Set<() => void>();
  #player: CallSoundPlayer | undefined;
  #stop: (() => void) | undefined;

  plug(player: CallSoundPlayer | undefined): void {
    this.#stop?.();
    this.#player = player;
    this.#stop = player?.subscribe(() => this.#tell());
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
    this.#player?.configure(settings);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/**
 * The sounds of a phone: those it is given, none for `null`, and its own otherwise. Its own ring where the person wants
 * it, as loud as they want it, by the tones of the country in the settings; nothing is opened before something sounds.
 */
export function usePhoneSounds(given: PhoneSounds | null | undefined): PhoneSounds | undefined {
  const ua = useUA();
  const [own] = useState(() => new OwnSounds());
  const { settings } = usePhoneSettings();
  const [ringVolume, country] = [settings.ringVolume, ringCountry(settings)];
  const wanted = given === undefined;
  useEffect(() => {
    const player = wanted ? createPlayer(ua) : undefined;
    own.plug(player);
    return () => {
      own.plug(undefined);
      player?.dispose();
    };
  }, [ua, own, wanted]);
  useEffect(() => {
    own.configure({ volume: LOUDNESS.tones, ringVolume: ringLoudness(ringVolume), tones: country });
  }, [ua, own, wanted, ringVolume, country]);
  return given === undefined ? own : (given ?? undefined);
}

function createPlayer(ua: UA): CallSoundPlayer | undefined {
  const { platform } = ua.userAgent;
  if (platform.webrtc?.createAudioContext === undefined) return undefined;
  return new CallSoundPlayer(ua, platform, { devices: devicesOf(platform) });
}

/** The country whose tones a person wants, whoever wrote it down. */
export function ringCountry({ app }: Pick<PhoneSettings, 'app'>): ToneCountry {
  const country = app['ringCountry'];
  const known = Object.keys(COUNTRY_TONES) as ToneCountry[];
  return known.find((each) => each === country) ?? 'eu';
}
