'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { followMediaKeys, type MediaSessionLike } from '../media-keys/follow-media-keys.ts';
import { useBinding } from '../provider/sip-context.ts';

/** How {@link useMediaSessionKeys} acts. */
export interface UseMediaSessionKeysParameters {
  /** Whether the keys act; default true. */
  readonly enabled?: boolean;
  /** Whether play and pause answer a call that rings; default false, for a key meant for music would answer. */
  readonly answerByPlay?: boolean;
  /** In place of `navigator.mediaSession`; `null` is none. */
  readonly mediaSession?: MediaSessionLike | null;
}

/** What {@link useMediaSessionKeys} returns. */
export interface UseMediaSessionKeysReturnType {
  /** Whether this browser has such keys at all. */
  readonly supported: boolean;
}

/**
 * Hangs up, mutes and turns the camera off by the keys of keyboards, headsets and picture-in-picture windows, while a
 * call runs, and tells the browser whether we are heard. Browsers hand these keys to pages that play sound.
 *
 * @example
 * ```tsx
 * const { supported } = useMediaSessionKeys({ enabled: settings.mediaKeys });
 * ```
 */
export function useMediaSessionKeys(parameters: UseMediaSessionKeysParameters = {}): UseMediaSessionKeysReturnType {
  const { enabled = true, answerByPlay = false, mediaSession } = parameters;
  const binding = useBinding();
  const has = useSyncExternalStore(never, hasKeys, hasNone);
  const keys = mediaSession === undefined ? (has ? browserKeys() : null) : mediaSession;
  useEffect(() => {
    return enabled && keys !== null ? followMediaKeys(binding, keys, answerByPlay) : undefined;
  }, [binding, keys, enabled, answerByPlay]);
  return keys === null ? UNSUPPORTED : SUPPORTED;
}

const SUPPORTED: UseMediaSessionKeysReturnType = { supported: true };
const UNSUPPORTED: UseMediaSessionKeysReturnType = { supported: false };

function never(): () => void {
  return () => undefined;
}

function hasKeys(): boolean {
  return 'mediaSession' in navigator;
}

function hasNone(): boolean {
  return false;
}

/** The types of the DOM do not know all keys yet. */
function browserKeys(): MediaSessionLike {
  return (navigator as Navigator & { readonly mediaSession: MediaSessionLike }).mediaSession;
}
