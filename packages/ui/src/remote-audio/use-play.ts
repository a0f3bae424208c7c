import { type RefObject, useEffect, useRef } from 'react';

/** How {@link usePlay} plays. */
export interface UsePlayOptions {
  /** Counts up to ask for another try. */
  readonly attempt?: number;
  /** Told `true` when the browser refuses to play without a click, `false` when it plays. */
  readonly onBlocked?: ((blocked: boolean) => void) | undefined;
}

/** What a person does that lets a page play. */
export const gestures = ['pointerup', 'keyup'] as const;

/**
 * Plays a stream through the element that takes the ref. Where the browser refuses, whatever the person does next in the page
 * lets it try again: sound and picture are unlocked by the same click.
 */
export function usePlay<Media extends HTMLMediaElement>(
  stream: MediaStream | null,
  { attempt = 0, onBlocked }: UsePlayOptions = {},
): RefObject<Media | null> {
  const media = useRef<Media>(null);
  const report = useRef(onBlocked);
  useEffect(() => {
    report.current = onBlocked;
  });

  useEffect(() => {
    const element = media.current;
    if (element === null) return;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  useEffect(() => {
    const element = media.current;
    if (element === null || stream === null) return;
    const page = element.ownerDocument;
    let current = true;
    let told: boolean | undefined;
    const tell = (blocked: boolean): void => {
      if (!current || told === blocked) return;
      told = blocked;
      report.current?.(blocked);
    };
    const wait = (): void => {
      if (current) for (const gesture of gestures) page.addEventListener(gesture, retry);
    };
    const stopWaiting = (): void => {
      for (const gesture of gestures) page.removeEventListener(gesture, retry);
    };
    const retry = (): void => {
      // Nothing stands in the way any more; what is silent, such as a call that rings, only plays once there is sound.
      tell(false);
      play();
    };
    const play = (): void => {
      stopWaiting();
      element.play().then(
        () => tell(false),
        // Any other error, such as an interruption by a new stream, is not the browser's rule about sound.
        (error: unknown) => {
          if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return;
          tell(true);
          wait();
        },
      );
    };
    if (attempt > 0) retry();
    else play();
    return () => {
      current = false;
      stopWaiting();
    };
  }, [stream, attempt]);
  return media;
}
