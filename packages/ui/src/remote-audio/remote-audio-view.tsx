'use client';

import { type ReactElement, useEffect, useRef } from 'react';

/** Props of {@link RemoteAudioView}. */
export interface RemoteAudioViewProps {
  /** What to play; `null` plays nothing. */
  readonly stream: MediaStream | null;
  /** Not to be heard for now, such as a call on hold. Default false. */
  readonly muted?: boolean;
  /** Counts up to ask for another try after the person allowed sound. */
  readonly attempt?: number;
  /** Told `true` when the browser refuses to play without a click, `false` when it plays. */
  readonly onBlocked?: ((blocked: boolean) => void) | undefined;
}

/** Plays one stream through an audio element that nobody sees. */
export function RemoteAudioView({ stream, muted = false, attempt = 0, onBlocked }: RemoteAudioViewProps): ReactElement {
  const audio = useRef<HTMLAudioElement>(null);
  const report = useRef(onBlocked);
  useEffect(() => {
    report.current = onBlocked;
  });

  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  useEffect(() => {
    const element = audio.current;
    if (element === null || stream === null) return;
    let current = true;
    const tell = (blocked: boolean): void => {
      if (current) report.current?.(blocked);
    };
    element.play().then(
      () => tell(false),
      // Any other error, such as an interruption by a new stream, is not the browser's rule about sound.
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotAllowedError') tell(true);
      },
    );
    return () => {
      current = false;
    };
  }, [stream, attempt]);

  return <audio ref={audio} autoPlay muted={muted} className="hs-hidden" />;
}
