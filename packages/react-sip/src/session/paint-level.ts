'use client';

import { LevelMeter, type Session } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import type { StreamSide } from './media-stream-of.ts';

/** How much of a level is left a frame later: a bar that falls slowly is easier on the eye. */
const DECAY = 0.9;

/** Calls back before the next frame is drawn; returns what takes that back. */
export type NextFrame = (draw: () => void) => () => void;

/**
 * Paints the loudness of a call at each frame, from 0 to 1, as long as it has sound; then 0 once.
 *
 * @param id - the session; `undefined` is the focused one
 * @returns what ends it
 */
export function paintLevel(
  binding: UABinding,
  id: string | null | undefined,
  side: StreamSide,
  paint: (level: number) => void,
  nextFrame: NextFrame,
): () => void {
  const { ua, store } = binding;
  const current: { session?: Session | undefined; meter?: LevelMeter | undefined; cancel?: () => void } = {};
  let shown = 0;
  const draw = (): void => {
    if (current.meter === undefined) return;
    const level = Math.max(current.meter.level(), shown * DECAY);
    if (Math.abs(level - shown) > 0.005) paint(level);
    shown = level;
    current.cancel = nextFrame(draw);
  };
  const drop = (): void => {
    current.cancel?.();
    current.meter?.dispose();
    current.meter = undefined;
    if (shown > 0) paint(0);
    shown = 0;
  };
  const follow = (): void => {
    const state = store.getState();
    const wanted = id === undefined ? state.focusedSessionId : id;
    const snapshot = wanted === null ? undefined : state.sessions[wanted];
    // Sound is there once it is agreed; before that there is nothing to listen to.
    const hasSound = snapshot !== undefined && snapshot.media.audio !== null;
    const session = hasSound ? ua.sessions.get(snapshot.id) : undefined;
    if (session === current.session) return;
    current.session = session;
    drop();
    if (session === undefined) return;
    try {
      current.meter = new LevelMeter(session, side, ua.userAgent.platform.webrtc);
      draw();
    } catch {
      // Media without a sound that can be measured; the bar stays at rest.
    }
  };
  const stop = store.subscribe(follow);
  follow();
  return () => {
    stop();
    drop();
  };
}
