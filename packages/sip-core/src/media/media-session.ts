import type { MediaState, Muted, SessionDescriptionHandler } from './session-description-handler.ts';

/** What the media side reads of a session's snapshot. */
export interface MediaSessionSnapshot {
  readonly state: 'Initial' | 'Establishing' | 'Established' | 'Terminating' | 'Terminated';
  readonly hold: { readonly local: boolean; readonly remote: boolean };
  readonly muted: Muted;
  readonly media: MediaState;
}

/** A session as the media side sees it; every `Session` is one. */
export interface MediaSession {
  readonly id: string;
  readonly sessionDescriptionHandler: SessionDescriptionHandler | undefined;
  getSnapshot(): MediaSessionSnapshot;
  subscribe(listener: () => void): () => void;
}

/** Runs `act` once, when a session has ended; returns what takes that back. */
export function whenEnded(session: MediaSession, act: () => void): () => void {
  const check = (): void => {
    if (session.getSnapshot().state !== 'Terminated') return;
    stop();
    act();
  };
  const stop = session.subscribe(check);
  return stop;
}
