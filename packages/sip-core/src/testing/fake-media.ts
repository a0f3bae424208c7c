import type { MediaHost } from '../media/session-description-handler.ts';
import {
  FakeSessionDescriptionHandler,
  type FakeMediaAct,
  type FakeMediaOptions,
} from './fake-session-description-handler.ts';

/** A factory of fake handlers, and a view of all it made. */
export interface FakeMedia {
  (host: MediaHost): FakeSessionDescriptionHandler;
  /** Whether the handlers have candidates that may follow their descriptions; see `FakeMediaOptions.candidates`. */
  readonly trickleIce: boolean;
  /** Every handler made, oldest first, closed ones too. */
  readonly handlers: readonly FakeSessionDescriptionHandler[];
  /** The handler of a session. */
  of(sessionId: string): FakeSessionDescriptionHandler | undefined;
  /** How many handlers are not closed. */
  open(): number;
  /** How many captured tracks are not stopped. */
  tracks(): number;
  /** Makes the next call of this kind, on whichever handler, reject with `error`. */
  failNext(act: FakeMediaAct, error: Error): void;
}

/**
 * Media for tests of calls: no WebRTC, no device, no time but the platform's clock. Descriptions are small and valid,
 * and the states of offer and answer are those of an RTCPeerConnection: what comes at the wrong moment rejects with
 * `MEDIA_NEGOTIATION`.
 *
 * @example
 * ```ts
 * const media = createFakeMedia();
 * const ua = new UA({ uri: 'alice@example.com', sessionDescriptionHandlerFactory: media });
 * media.failNext('getDescription', new MediaError('MEDIA_DENIED', 'No.'));
 * // ... call, hang up ...
 * expect(media.tracks()).toBe(0);
 * ```
 */
export function createFakeMedia(options: FakeMediaOptions = {}): FakeMedia {
  const handlers: FakeSessionDescriptionHandler[] = [];
  const failures: { readonly act: FakeMediaAct; readonly error: Error }[] = [];
  const failure = (act: FakeMediaAct): Error | undefined => {
    const at = failures.findIndex((entry) => entry.act === act);
    return at < 0 ? undefined : failures.splice(at, 1)[0]?.error;
  };
  const create = (host: MediaHost): FakeSessionDescriptionHandler => {
    const handler = new FakeSessionDescriptionHandler(host, { sessionId: handlers.length + 1, options, failure });
    handlers.push(handler);
    return handler;
  };
  return Object.assign(create, {
    trickleIce: options.candidates !== undefined,
    handlers,
    of: (sessionId: string) => handlers.find((handler) => handler.sessionId === sessionId),
    open: () => handlers.filter((handler) => !handler.closed).length,
    tracks: () => handlers.reduce((total, handler) => total + handler.tracks, 0),
    failNext: (act: FakeMediaAct, error: Error) => {
      failures.push({ act, error });
    },
  });
}

export type { FakeMediaAct, FakeMediaOptions };
