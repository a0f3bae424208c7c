'use client';

import {
  CallRecorder,
  type CallRecorderOptions,
  type ErrorInfo,
  errorInfo,
  type SessionSnapshot,
} from '@hookswitch/sip-core';
import { createStore } from 'zustand/vanilla';
import { handled } from '../handled.ts';
import type { UABinding } from '../provider/ua-binding.ts';
import { SessionNotFoundError } from '../session/session-not-found-error.ts';
import { selectSession } from '../store/selectors.ts';
import type { ReadableStore } from './create-live-store.ts';
import { perBinding } from './per-binding.ts';
import { recordingName } from './recording-name.ts';

/** What is recorded of a call, and what was. */
export interface Recording {
  /** `asking`: the consent is awaited. */
  readonly state: 'idle' | 'asking' | 'recording' | 'paused';
  /** When the present recording began, milliseconds since the epoch; `null` while there is none. */
  readonly startedAt: number | null;
  /** Milliseconds recorded up to the last change; pauses do not count. */
  readonly recorded: number;
  /** When the present stretch began; `null` unless recording. */
  readonly since: number | null;
  /** What was finished, oldest first: kept in memory until it is discarded, also when the call has ended. */
  readonly files: readonly File[];
  /** Why the latest one failed. */
  readonly error: ErrorInfo | null;
}

/** How a call is recorded. */
export interface RecordingOptions extends CallRecorderOptions {
  /**
   * Asked before anything is recorded, such as to announce it to the far end; false records nothing. Whether that is
   * needed is a matter of law where the people are.
   */
  readonly onConsent?: ((session: SessionSnapshot) => boolean | Promise<boolean>) | undefined;
}

/** The recordings of a user agent, by the ids of their sessions. */
export type RecordingsState = Readonly<Record<string, Recording>>;

/** The recordings of a user agent. */
export interface Recordings extends ReadableStore<RecordingsState> {
  /** @returns whether it records now */
  readonly start: (id: string | null, options: RecordingOptions) => Promise<boolean>;
  readonly pause: (id: string | null) => void;
  readonly resume: (id: string | null) => void;
  /** @returns what was recorded; `null` when nothing was */
  readonly stop: (id: string | null) => Promise<File | null>;
  readonly discard: (id: string | null) => void;
}

/** Nothing is and was recorded. */
export const NOT_RECORDED: Recording = Object.freeze({
  state: 'idle',
  startedAt: null,
  recorded: 0,
  since: null,
  files: Object.freeze([]),
  error: null,
});

/** Calls whose finished recordings are kept at the most. */
const MOST = 50;

/** The recordings of each user agent. They go on whoever looks at them, and end with their calls. */
export const recordingsOf: (binding: UABinding) => Recordings = perBinding(({ ua, store: sessions }) => {
  const store = createStore<RecordingsState>(() => Object.freeze({}));
  const recorders = new Map<string, { readonly recorder: CallRecorder; readonly finished: Promise<File | null> }>();

  const update = (id: string, changes: Partial<Recording>): void => {
    const before = store.getState();
    const next: RecordingsState = { ...before, [id]: Object.freeze({ ...(before[id] ?? NOT_RECORDED), ...changes }) };
    const kept = Object.keys(next).filter((each) => next[each]?.state === 'idle' && next[each].files.length > 0);
    const dropped = new Set(kept.slice(0, Math.max(0, kept.length - MOST)));
    const rest = Object.fromEntries(Object.entries(next).filter(([each]) => !dropped.has(each)));
    store.setState(Object.freeze(rest), true);
  };

  const record = (session: SessionSnapshot, options: RecordingOptions): void => {
    const { id } = session;
    const live = ua.sessions.get(id);
    if (live === undefined) throw new SessionNotFoundError(id);
    const recorder = new CallRecorder(live, ua.userAgent.platform, options);
    const show = (): void => {
      const { state, startedAt, recorded, since, error } = recorder.getSnapshot();
      // It is over once its file is there.
      if (state !== 'recording' && state !== 'paused') return;
      update(id, { state, startedAt, recorded, since, error });
    };
    recorder.start();
    const stop = recorder.subscribe(show);
    const finished = recorder.recording.then((blob) => {
      stop();
      recorders.delete(id);
      const { startedAt, recorded, error } = recorder.getSnapshot();
      const name = recordingName(session, startedAt ?? 0, blob.type);
      const file = blob.size > 0 ? new File([blob], name, { type: blob.type }) : null;
      const { files } = store.getState()[id] ?? NOT_RECORDED;
      update(id, {
        ...{ state: 'idle', startedAt: null, since: null, recorded, error },
        files: file === null ? files : [...files, file],
      });
      return file;
    });
    recorders.set(id, { recorder, finished: handled(finished) });
    show();
  };

  const start = async (id: string | null, options: RecordingOptions): Promise<boolean> => {
    const session = selectSession(sessions.getState(), id);
    if (session === null) throw new SessionNotFoundError(id);
    if (recorders.has(session.id)) return true;
    if (store.getState()[session.id]?.state === 'asking') return false;
    try {
      update(session.id, { state: 'asking', error: null });
      const allowed = (await options.onConsent?.(session)) ?? true;
      if (allowed) record(session, options);
      else update(session.id, { state: 'idle' });
      return allowed;
    } catch (error) {
      update(session.id, { state: 'idle', error: errorInfo(error) });
      throw error;
    }
  };

  const of = (id: string | null) => (id === null ? undefined : recorders.get(id));
  const { getState, getInitialState, subscribe } = store;
  return {
    ...{ getState, getInitialState, subscribe },
    start: (id, options) => handled(start(id, options)),
    pause: (id) => of(id)?.recorder.pause(),
    resume: (id) => of(id)?.recorder.resume(),
    async stop(id) {
      const running = of(id);
      if (running === undefined) return null;
      await running.recorder.stop();
      return await running.finished;
    },
    discard(id) {
      const { [id ?? '']: dropped, ...rest } = store.getState();
      if (dropped === undefined) return;
      store.setState(
        Object.freeze(dropped.state === 'idle' ? rest : { ...rest, [id ?? '']: { ...dropped, files: [] } }),
        true,
      );
    },
  };
});
