'use client';

import { useVideo } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActionButton, type ActionButtonProps } from '../button/action-button.tsx';
import { start } from '../call/call-actions.ts';
import { VideoIcon, VideoOffIcon } from '../icons/icons.ts';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';

/** Props of {@link VideoButtonView}. */
export interface VideoButtonViewProps extends Pick<ActionButtonProps, 'size' | 'labelled' | 'busy' | 'blocked'> {
  /** Whether our camera is on. */
  readonly on: boolean;
  readonly onPress: () => void;
}

/** The button of our camera. */
export function VideoButtonView({ on, ...button }: VideoButtonViewProps): ReactElement {
  return <ActionButton icon={on ? VideoIcon : VideoOffIcon} label={useVideoLabels().video} pressed={on} {...button} />;
}

/** Props of {@link VideoButton}. */
export interface VideoButtonProps extends Pick<ActionButtonProps, 'size' | 'labelled'> {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
}

/**
 * Turns our camera on and off in a call. While a screen is shared it rests: the screen is in the camera's place.
 *
 * @example
 * ```tsx
 * <VideoButton sessionId={id} />
 * ```
 */
export function VideoButton({ sessionId, ...look }: VideoButtonProps): ReactElement {
  const { local, possible, pending, toggleVideo } = useVideo(sessionId);
  return (
    <VideoButtonView
      on={local === 'camera'}
      busy={pending}
      blocked={!possible || local === 'screen'}
      onPress={() => start(toggleVideo)}
      {...look}
    />
  );
}
