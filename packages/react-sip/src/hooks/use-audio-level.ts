'use client';

import { type RefObject, useEffect } from 'react';
import { useBinding } from '../provider/sip-context.ts';
import type { StreamSide } from '../session/media-stream-of.ts';
import { paintLevel } from '../session/paint-level.ts';
import { useBrush } from './use-brush.ts';
import type { UseSessionParameters } from './use-session.ts';

/** How {@link useAudioLevel} paints. */
export interface UseAudioLevelParameters {
  /** The session; the focused one by default. */
  readonly id?: UseSessionParameters;
  /** `local` is our microphone, `remote` the far end; default `local`. */
  readonly side?: StreamSide;
  /** The CSS variable to write; default `--level`. */
  readonly variable?: `--${string}`;
  /** Told what is painted, for what CSS cannot show; default nothing. */
  readonly onLevel?: ((level: number) => void) | undefined;
}

/**
 * Writes how loud a call is into a CSS variable of an element, from 0 to 1, at each frame. No component renders for it.
 *
 * @param ref - the element to write on
 * @example
 * ```tsx
 * const bar = useRef<HTMLSpanElement>(null);
 * useAudioLevel(bar, { side: 'remote' });
 * return <span ref={bar} style={{ scale: 'var(--level, 0) 1' }} />;
 * ```
 */
export function useAudioLevel(ref: RefObject<HTMLElement | null>, parameters: UseAudioLevelParameters = {}): void {
  const { id, side = 'local', variable, onLevel } = parameters;
  const binding = useBinding();
  const brush = useBrush(ref, variable, onLevel);
  useEffect(
    () => brush((paint, nextFrame) => paintLevel(binding, id, side, paint, nextFrame)),
    [brush, binding, id, side],
  );
}
