'use client';

import { useUA } from '@hookswitch/react-sip';
import { devicesOf, TonePlayer, type TonePlayerOptions } from '@hookswitch/sip-core';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';

/** How long it sounds, in milliseconds: two rings of most countries fit in. */
const LENGTH = 6000;

/** What {@link useTestTone} returns. */
export interface TestTone {
  readonly playing: boolean;
  /** The browser keeps it silent until the person does something more. */
  readonly blocked: boolean;
  readonly onToggle: () => void;
}

/**
 * A tone to try a loudspeaker with: a ring on the device that rings, a ringback on that of the conversation. It follows
 * the choice while it sounds.
 */
export function useTestTone(role: 'output' | 'ringer', { tones, volume }: TonePlayerOptions = {}): TestTone {
  const { platform } = useUA().userAgent;
  const player = useMemo(
    () => new TonePlayer(platform, { ...(tones && { tones }), ...(volume !== undefined && { volume }) }),
    [platform, tones, volume],
  );
  useEffect(() => {
    const detach = devicesOf(platform).attach(player, role);
    let timer: ReturnType<typeof platform.clock.setTimeout> | undefined;
    const stop = player.subscribe(() => {
      platform.clock.clearTimeout(timer);
      if (player.getSnapshot().playing !== null) timer = platform.clock.setTimeout(() => player.stop(), LENGTH);
    });
    return () => {
      stop();
      platform.clock.clearTimeout(timer);
      detach();
      player.dispose();
    };
  }, [platform, player, role]);
  const snapshot = useSyncExternalStore(
    useCallback((changed: () => void) => player.subscribe(changed), [player]),
    () => player.getSnapshot(),
    () => player.getSnapshot(),
  );
  const onToggle = useCallback(() => {
    if (player.getSnapshot().playing !== null) player.stop();
    else player.play(role === 'ringer' ? 'ring' : 'ringback');
  }, [player, role]);
  const playing = snapshot.playing !== null;
  return useMemo(() => ({ playing, blocked: snapshot.blocked, onToggle }), [playing, snapshot.blocked, onToggle]);
}
