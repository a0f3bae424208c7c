'use client';

import {
  type DeviceManager,
  devicesOf,
  type ErrorInfo,
  MicrophoneMeter,
  type MicrophoneMeterSnapshot,
} from '@hookswitch/sip-core';
import { type RefObject, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { useBinding } from '../provider/sip-context.ts';
import { paintMeter } from '../session/paint-level.ts';
import { useBrush } from './use-brush.ts';

/** How {@link useMicrophoneLevel} listens and paints. */
export interface UseMicrophoneLevelParameters {
  /** Whether the microphone is open; default false, since it is opened only for who asks. */
  readonly on?: boolean;
  /** The CSS variable to write; default `--level`. */
  readonly variable?: `--${string}`;
  /** Told what is painted, for what CSS cannot show; default nothing. */
  readonly onLevel?: ((level: number) => void) | undefined;
  /** Default those of the user agent. */
  readonly devices?: DeviceManager | undefined;
}

/** What {@link useMicrophoneLevel} returns. */
export interface UseMicrophoneLevelReturnType {
  /** `off` while it is not to listen. */
  readonly status: MicrophoneMeterSnapshot['status'] | 'off';
  /** Why the microphone could not be opened. */
  readonly error: ErrorInfo | null;
  /** Tries again after that. */
  readonly retry: () => void;
}

const OFF: UseMicrophoneLevelReturnType = Object.freeze({ status: 'off', error: null, retry: () => undefined });

/**
 * Listens to the chosen microphone without a call, and writes how loud it is into a CSS variable of an element, from 0 to
 * 1, at each frame. Renders when it opens or fails, never for the level. The microphone is given back when `on` ends.
 *
 * @param ref - the element to write on
 * @example
 * ```tsx
 * const bar = useRef<HTMLSpanElement>(null);
 * const [on, setOn] = useState(false);
 * const { error } = useMicrophoneLevel(bar, { on });
 * return <button onClick={() => setOn(!on)}>Test <span ref={bar} style={{ scale: 'var(--level, 0) 1' }} /></button>;
 * ```
 */
export function useMicrophoneLevel(
  ref: RefObject<HTMLElement | null>,
  parameters: UseMicrophoneLevelParameters = {},
): UseMicrophoneLevelReturnType {
  const { on = false, variable, onLevel, devices } = parameters;
  const { platform } = useBinding().ua.userAgent;
  const manager = devices ?? devicesOf(platform);
  const brush = useBrush(ref, variable, onLevel);
  const [store] = useState(() => createStore<UseMicrophoneLevelReturnType>(() => OFF));
  useEffect(() => {
    if (!on) return undefined;
    const meter = new MicrophoneMeter(manager, platform);
    const retry = (): void => meter.retry();
    const tell = (): void => {
      const { status, error } = meter.getSnapshot();
      store.setState({ status, error, retry }, true);
    };
    const stop = meter.subscribe(tell);
    tell();
    const rest = brush((paint, nextFrame) => paintMeter(meter, paint, nextFrame));
    return () => {
      rest?.();
      stop();
      meter.dispose();
      store.setState(OFF, true);
    };
  }, [on, manager, platform, brush, store]);
  return useStore(store);
}
