'use client';

import { LevelMeter, type Session } from '@hookswitch/sip-core';
import type { UABinding } from '../provider/ua-binding.ts';
import type { StreamSide } from './media-stream-of.ts';

/** How much of a level is left a frame later: a bar that falls slowly is easier on the eye. */
const DECAY = 0.9;

/** Calls back before the next frame is drawn; returns what takes that back. */
export type NextFrame = (draw: () => void) => () => void;

/** Paints what a meter measures at each frame, falling slowly; returns what ends it and puts the bar to rest. */
export function paintMeter(
  meter: Pick<LevelMeter, 'level'>,
  paint: (level: number) => void,
  nextFrame: NextFrame,
): () => void {
  let [shown, cancel] = [0, (): void => undefined];
  const draw = (): void => {
    const level = Math.max(meter.level(), shown * DECAY);
    if (Math.abs(level - shown) > 0.005) paint(level);
    shown = level;
    cancel = nextFrame(draw);
  };
  draw();
  return () => {
    cancel();
    if (shown > 0) paint(0);
  };
}

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
  const current: { session?: Session | undefined; meter?: LevelMeter | undefined; rest?: (() => void) | undefined } =
    {};
  const drop = (): void => {
    current.rest?.();
    current.meter?.dispose();
    current.rest = current.meter = undefined;
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
      current.rest = paintMeter(current.meter, paint, nextFrame);
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
