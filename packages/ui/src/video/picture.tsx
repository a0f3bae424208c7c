'use client';

import type { ReactElement } from 'react';
import { usePlay } from '../remote-audio/use-play.ts';
import { classNames } from '../theme/class-names.ts';

/** Props of {@link Picture}. */
export interface PictureProps {
  readonly stream: MediaStream | null;
  /** What a screen reader calls it. */
  readonly label: string;
  /** `contain` shows all of it, `cover` fills the place. Default `contain`. */
  readonly fit?: 'contain' | 'cover' | undefined;
  /** As in a mirror, which is how people know themselves. Default false. */
  readonly mirrored?: boolean | undefined;
  readonly className?: string | undefined;
}

/** A stream as a picture, without its sound, which `RemoteAudio` plays. */
export function Picture({ stream, label, fit = 'contain', mirrored = false, className }: PictureProps): ReactElement {
  const video = usePlay<HTMLVideoElement>(stream);
  return (
    <video
      ref={video}
      autoPlay
      playsInline
      muted
      aria-label={label}
      className={classNames('hs-picture', className)}
      data-fit={fit}
      data-mirrored={mirrored ? '' : undefined}
    />
  );
}
