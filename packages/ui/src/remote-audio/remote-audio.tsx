'use client';

import { useConference, useMediaStream, useSessionState, useSipStore, useUA } from '@hookswitch/react-sip';
import { devicesOf } from '@hookswitch/sip-core';
import { type ReactElement, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { start } from '../call/call-actions.ts';
import type { PhoneSounds } from './phone-sounds.ts';
import { RemoteAudioView } from './remote-audio-view.tsx';
import { LazyUnlockSound } from '../lazy/parts.ts';
import { gestures } from './use-play.ts';

/** Props of {@link RemoteAudio}. */
export interface RemoteAudioProps {
  /** Ring and key tones, which the same click lets sound. */
  readonly sounds?: PhoneSounds | undefined;
  readonly className?: string | undefined;
}

/**
 * Plays what the far ends say, each call through an element of its own, and asks for a click when the browser wants one
 * before it makes a sound. Put it into the page once.
 *
 * @example
 * ```tsx
 * <SipProvider ua={ua}><RemoteAudio /><App /></SipProvider>
 * ```
 */
export function RemoteAudio({ sounds, className }: RemoteAudioProps): ReactElement {
  const ids = useSipStore((state) => state.sessionIds);
  const [blocked, setBlocked] = useState<ReadonlySet<string>>(new Set());
  const [attempt, setAttempt] = useState(0);
  const onBlocked = useCallback((id: string, isBlocked: boolean) => {
    setBlocked((before) => {
      if (before.has(id) === isBlocked) return before;
      const after = new Set(before);
      if (isBlocked) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const soundsBlocked = useSyncExternalStore(
    useCallback((changed: () => void) => sounds?.subscribe(changed) ?? (() => undefined), [sounds]),
    () => sounds?.getSnapshot().blocked ?? false,
    () => false,
  );
  const unlock = useCallback((): void => {
    setAttempt((count) => count + 1);
    if (sounds !== undefined) start(() => sounds.unlock());
  }, [sounds]);
  const silent = soundsBlocked || ids.some((id) => blocked.has(id));
  useEffect(() => {
    if (!silent) return undefined;
    // Whatever a person does lets all of it sound: the tones too, which are only known to be blocked after a while. First
    // of all listeners, as those of a call take the button away before its own click.
    const listening = { capture: true };
    for (const gesture of gestures) document.addEventListener(gesture, unlock, listening);
    return () => {
      for (const gesture of gestures) document.removeEventListener(gesture, unlock, listening);
    };
  }, [silent, unlock]);
  return (
    <>
      {ids.map((id) => (
        <SessionAudio key={id} id={id} attempt={attempt} onBlocked={onBlocked} />
      ))}
      {silent && <LazyUnlockSound onUnlock={unlock} className={className} />}
    </>
  );
}

interface SessionAudioProps {
  readonly id: string;
  readonly attempt: number;
  readonly onBlocked: (id: string, blocked: boolean) => void;
}

function SessionAudio({ id, attempt, onBlocked }: SessionAudioProps): ReactElement {
  const stream = useMediaStream(id);
  const held = useSessionState(id, (session) => session.hold.local) ?? false;
  const silenced = useConference().silencedIds.includes(id);
  const { platform } = useUA().userAgent;
  const attach = useCallback((element: HTMLAudioElement) => devicesOf(platform).attach(element), [platform]);
  return (
    <RemoteAudioView
      stream={stream}
      muted={held || silenced}
      attach={attach}
      attempt={attempt}
      onBlocked={(blocked) => onBlocked(id, blocked)}
    />
  );
}
