'use client';

import { useRecording } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActionButton } from '../button/action-button.tsx';
import { PauseIcon, RecordIcon } from '../icons/icons.ts';
import { useRecordingLabels } from '../labels/hooks/use-recording-labels.ts';

/** Props of {@link PauseRecordingButtonView}. */
export interface PauseRecordingButtonViewProps {
  /** Whether what is said now is left out. */
  readonly paused: boolean;
  readonly onPress: () => void;
}

/** The button that leaves out a part of a recording. */
export function PauseRecordingButtonView({ paused, onPress }: PauseRecordingButtonViewProps): ReactElement {
  const labels = useRecordingLabels();
  return (
    <ActionButton
      className="hs-recording__pause"
      icon={paused ? RecordIcon : PauseIcon}
      label={labels.pause}
      description={paused ? labels.resume : undefined}
      tone="plain"
      size="small"
      labelled="hidden"
      pressed={paused}
      pressedTone="wait"
      onPress={onPress}
    />
  );
}

/** Props of {@link PauseRecordingButton}. */
export interface PauseRecordingButtonProps {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
}

/**
 * Leaves out what is said from now on, such as a card number, until it is pressed again; nothing while nothing is
 * recorded. Stands beside the {@link RecordingSign}.
 *
 * @example
 * ```tsx
 * <PauseRecordingButton sessionId={id} />
 * ```
 */
export function PauseRecordingButton({ sessionId }: PauseRecordingButtonProps): ReactElement | null {
  const { state, pause, resume } = useRecording(sessionId);
  if (state !== 'recording' && state !== 'paused') return null;
  const paused = state === 'paused';
  return <PauseRecordingButtonView paused={paused} onPress={paused ? resume : pause} />;
}
