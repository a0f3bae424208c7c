'use client';

import { useMediaStream, useSession, useVideo } from '@hookswitch/react-sip';
import type { ReactElement } from 'react';
import { useVideoLabels } from '../labels/hooks/use-video-labels.ts';
import { Picture, type PictureProps } from './picture.tsx';

/** Props of {@link LocalVideo}. */
export interface LocalVideoProps extends Pick<PictureProps, 'fit' | 'className'> {
  /** Which call; the focused one by default. */
  readonly sessionId?: string | undefined;
}

/**
 * What we show, as in a mirror; a shared screen as it is. Nothing while we show nothing.
 *
 * @example
 * ```tsx
 * <LocalVideo sessionId={id} fit="cover" />
 * ```
 */
export function LocalVideo({ sessionId, fit, className }: LocalVideoProps): ReactElement | null {
  const labels = useVideoLabels();
  const { session } = useSession(sessionId);
  const { local } = useVideo(session?.id ?? null);
  const stream = useMediaStream(session?.id, 'local');
  if (local === 'off') return null;
  return <Picture stream={stream} label={labels.ours} mirrored={local === 'camera'} fit={fit} className={className} />;
}
