'use client';

import type { UABinding } from '../provider/ua-binding.ts';
import { selectIncomingSessionId, selectSession } from '../store/selectors.ts';

/** Acts of the Media Session that calls use; the last three are not in every browser. */
export type MediaKey = 'play' | 'pause' | 'hangup' | 'togglemicrophone' | 'togglecamera';

/** The part of `navigator.mediaSession` that is used here. */
export interface MediaSessionLike {
  playbackState: MediaSessionPlaybackState;
  setActionHandler(action: MediaKey, handler: (() => void) | null): void;
  setMicrophoneActive?(active: boolean): unknown;
  setCameraActive?(active: boolean): unknown;
}

const KEYS: readonly MediaKey[] = ['play', 'pause', 'hangup', 'togglemicrophone', 'togglecamera'];

/**
 * Lets the keys act on calls while one runs, and tells the browser whether we are heard and seen.
 *
 * @param answerByPlay - whether play and pause answer a call that rings
 * @returns what ends it
 */
export function followMediaKeys(binding: UABinding, keys: MediaSessionLike, answerByPlay: boolean): () => void {
  const { store, ua } = binding;
  const set = new Set<MediaKey>();
  const handle = (key: MediaKey, handler: (() => void) | null): void => {
    if (set.has(key) === (handler !== null)) return;
    try {
      keys.setActionHandler(key, handler);
      if (handler === null) set.delete(key);
      else set.add(key);
    } catch {
      // This browser does not know that key.
    }
  };
  const focused = () => binding.actions(store.getState().focusedSessionId);
  const answer = (): void => {
    const id = selectIncomingSessionId(store.getState());
    if (id !== null) void binding.actions(id).answer();
  };
  const toggleCamera = (): void => {
    const { focusedSessionId, sessions } = store.getState();
    if (focusedSessionId === null) return;
    const camera = { audio: false, video: true };
    const session = ua.sessions.get(focusedSessionId);
    if (sessions[focusedSessionId]?.muted.video === true) session?.unmute(camera);
    else session?.mute(camera);
  };
  const told = { microphone: false, camera: false };
  const look = (): void => {
    const state = store.getState();
    const call = selectSession(state, state.focusedSessionId);
    const runs = call !== null && call.phase !== 'incoming' && call.state !== 'Terminated';
    const rings = answerByPlay && selectIncomingSessionId(state) !== null;
    const seen = runs && call.media.video !== null;
    handle('hangup', runs ? () => void focused().hangUp() : null);
    handle('togglemicrophone', runs ? () => void focused().toggleMute() : null);
    handle('togglecamera', seen ? toggleCamera : null);
    handle('play', rings ? answer : null);
    handle('pause', rings ? answer : null);
    const playback = runs || rings ? 'playing' : 'none';
    if (keys.playbackState !== playback) keys.playbackState = playback;
    const microphone = runs && !call.muted.audio;
    if (microphone !== told.microphone) keys.setMicrophoneActive?.(microphone);
    const camera = seen && !call.muted.video;
    if (camera !== told.camera) keys.setCameraActive?.(camera);
    Object.assign(told, { microphone, camera });
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    for (const key of KEYS) handle(key, null);
    if (told.microphone) keys.setMicrophoneActive?.(false);
    if (told.camera) keys.setCameraActive?.(false);
    keys.playbackState = 'none';
  };
}
