'use client';

import { useMemo, useRef, useInsertionEffect } from 'react';
import { useStore } from 'zustand';
import { NOT_RECORDED, type Recording, type RecordingOptions, recordingsOf } from '../live/recordings.ts';
import { useBinding } from '../provider/sip-context.ts';
import type { UseSessionParameters } from './use-session.ts';

/** Which session is meant: an id, or nothing for the focused one. `null` is none. */
export type UseRecordingParameters = UseSessionParameters;

/** What {@link useRecording} returns. */
export interface UseRecordingReturnType extends Recording {
  /** Whether what is said is being recorded: what a sign has to show. False in a pause. */
  readonly active: boolean;
  /** Begins, once `onConsent` agrees; resolves with whether it records now. */
  readonly start: () => Promise<boolean>;
  /** Leaves out what comes now, such as a card number. */
  readonly pause: () => void;
  /** Goes on after a pause. */
  readonly resume: () => void;
  /** Ends it; resolves with the file, or `null` when nothing was recorded. A hang-up ends it as well. */
  readonly stop: () => Promise<File | null>;
  /** Forgets the finished files of this call. */
  readonly discard: () => void;
}

/**
 * The recording of a call: both directions as they are heard. One recording for each call, whoever looks at it; what is
 * finished stays in `files`, also after the call, until it is discarded or the page goes away.
 *
 * @param id - the session; the focused one by default
 * @param options - format, channels, and `onConsent`, which is asked first; may be written inline
 * @example
 * ```tsx
 * const { active, files, start, stop } = useRecording(id, { onConsent: () => confirm('Have you told them?') });
 * return (
 *   <>
 *     <button aria-pressed={active} onClick={() => void (active ? stop() : start())}>Record</button>
 *     {files.map((file) => <a key={file.name} download={file.name} href={URL.createObjectURL(file)}>{file.name}</a>)}
 *   </>
 * );
 * ```
 */
export function useRecording(id?: UseRecordingParameters, options: RecordingOptions = {}): UseRecordingReturnType {
  const binding = useBinding();
  const recordings = recordingsOf(binding);
  const focused = useStore(binding.store, (state) => (id === undefined ? state.focusedSessionId : id));
  const recording = useStore(recordings, (state) => state[focused ?? ''] ?? NOT_RECORDED);
  const latest = useRef(options);
  useInsertionEffect(() => {
    latest.current = options;
  });
  const acts = useMemo(
    () => ({
      start: () => recordings.start(focused, latest.current),
      pause: () => recordings.pause(focused),
      resume: () => recordings.resume(focused),
      stop: () => recordings.stop(focused),
      discard: () => recordings.discard(focused),
    }),
    [recordings, focused],
  );
  return useMemo(() => ({ ...recording, active: recording.state === 'recording', ...acts }), [recording, acts]);
}
