'use client';

import { type ReactElement, useEffect } from 'react';
import { usePlay } from './use-play.ts';

/** Props of {@link RemoteAudioView}. */
export interface RemoteAudioViewProps {
  /** What to play; `null` plays nothing. */
  readonly stream: MediaStream | null;
  /** Not to be heard for now, such as a call on hold. Default false. */
  readonly muted?: boolean;
  /** Keeps the element on the loudspeaker of choice; returns what ends that. Default the system's own. */
  readonly attach?: ((element: HTMLAudioElement) => () => void) | undefined;
  /** Counts up to ask for another try after the person allowed sound. */
  readonly attempt?: number;
  /** Told `true` when the browser refuses to play without a click, `false` when it plays. */
  readonly onBlocked?: ((blocked: boolean) => void) | undefined;
}

/** Plays one stream through an audio element that nobody sees. */
export function RemoteAudioView(props: RemoteAudioViewProps): ReactElement {
  const { stream, muted = false, attach, attempt, onBlocked } = props;
  const audio = usePlay<HTMLAudioElement>(stream, { onBlocked, ...(attempt === undefined ? {} : { attempt }) });
  useEffect(() => {
    const element = audio.current;
    return element === null ? undefined : attach?.(element);
  }, [audio, attach]);
  return <audio ref={audio} autoPlay muted={muted} className="hs-hidden" />;
}
