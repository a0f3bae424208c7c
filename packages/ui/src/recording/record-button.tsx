'use client';

import { type RecordingOptions, useRecording, useSessionState } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActionButton, type ActionButtonProps } from '../button/action-button.tsx';
import { RecordIcon, StopIcon } from '../icons/icons.ts';
import { useRecordingLabels } from '../labels/hooks/use-recording-labels.ts';

/** Props of {@link RecordButtonView}. */
export interface RecordButtonViewProps extends Pick<ActionButtonProps, 'size' | 'labelled' | 'busy' | 'blocked'> {
  /** Whether a recording runs, or rests in a pause. */
  readonly on: boolean;
  readonly onPress: () => void;
}

/** The button of the recording. */
export function RecordButtonView({ on, ...button }: RecordButtonViewProps): ReactElement {
  return (
    <ActionButton icon={on ? StopIcon : RecordIcon} label={useRecordingLabels().record} pressed={on} {...button} />
  );
}

/** Props of {@link RecordButton}. */
export interface RecordButtonProps extends Pick<ActionButtonProps, 'size' | 'labelled'> {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
  /** Format, channels, and `onConsent`, which is asked before anything is recorded. */
  readonly options?: RecordingOptions | undefined;
}

/**
 * Records a call, both directions as they are heard, and ends that. What is recorded is offered when the call has ended.
 * Whether the other side has to agree is a matter of law: `options.onConsent` is the place to ask.
 *
 * @example
 * ```tsx
 * <RecordButton sessionId={id} options={{ onConsent: () => confirm('Did they agree?') }} />
 * ```
 */
export function RecordButton({ sessionId, options, ...look }: RecordButtonProps): ReactElement {
  const { state, start, stop } = useRecording(sessionId, options);
  const talking = useSessionState(sessionId, ({ phase }) => phase === 'established') ?? false;
  const on = state === 'recording' || state === 'paused';
  return (
    <RecordButtonView
      on={on}
      busy={state === 'asking'}
      blocked={!talking}
      // Why it failed is in the state, where the sign reads it.
      onPress={() => void (on ? stop() : start()).catch(() => undefined)}
      {...look}
    />
  );
}
