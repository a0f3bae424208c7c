'use client';

import { useScreenShare } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { ActionButton, type ActionButtonProps } from '../button/action-button.tsx';
import { start } from '../call/call-actions.ts';
import { ScreenShareIcon } from '../icons/icons.ts';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';

/** Props of {@link ScreenShareButton}. */
export interface ScreenShareButtonProps extends Pick<ActionButtonProps, 'size' | 'labelled' | 'className'> {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
}

/**
 * Shares a screen, a window or a tab, and ends it. Nothing where the browser cannot.
 *
 * @example
 * ```tsx
 * <ScreenShareButton sessionId={id} />
 * ```
 */
export function ScreenShareButton({ sessionId, ...look }: ScreenShareButtonProps): ReactElement | null {
  const label = useVideoLabels().share;
  const { sharing, supported, possible, pending, toggleSharing } = useScreenShare(sessionId);
  if (!supported) return null;
  return (
    <ActionButton
      icon={ScreenShareIcon}
      label={label}
      pressed={sharing}
      busy={pending}
      blocked={!possible}
      onPress={() => start(toggleSharing)}
      {...look}
    />
  );
}
