'use client';

import { useAudioLevel } from '@hookswitch/react-sip';
import { type ReactElement, useRef } from 'react';
import { useDevicesLabels } from '../labels/hooks/use-devices-labels.ts';
import { MeterBar } from './meter-bar.tsx';
import { useLoudnessWords } from './use-loudness-words.ts';

/** Props of {@link VolumeMeter}. */
export interface VolumeMeterProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  /** `local` is our microphone, `remote` the far end; default `local`. */
  readonly side?: 'local' | 'remote';
  readonly className?: string | undefined;
}

/**
 * How loud a call is, one way. The bar moves with every frame and renders for none.
 *
 * @example
 * ```tsx
 * <VolumeMeter side="remote" />
 * ```
 */
export function VolumeMeter({ sessionId, side = 'local', className }: VolumeMeterProps): ReactElement {
  const labels = useDevicesLabels();
  const bar = useRef<HTMLDivElement>(null);
  const onLevel = useLoudnessWords(bar);
  useAudioLevel(bar, { id: sessionId, side, onLevel });
  return <MeterBar bar={bar} label={side === 'local' ? labels.level : labels.theirLevel} className={className} />;
}
