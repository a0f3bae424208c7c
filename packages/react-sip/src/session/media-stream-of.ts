'use client';

import type { UA } from '@hookswitch/sip-core';

/** Whose stream is meant: `remote` is what we hear, `local` what we send. */
export type StreamSide = 'remote' | 'local';

/** The stream of a session, where its media handler has streams, as the WebRTC one does. */
export function mediaStreamOf(ua: UA, id: string, side: StreamSide): MediaStream | null {
  const handler = ua.sessions.get(id)?.sessionDescriptionHandler;
  if (handler === undefined) return null;
  const streams: object & { readonly localMediaStream?: unknown; readonly remoteMediaStream?: unknown } = handler;
  const stream = side === 'local' ? streams.localMediaStream : streams.remoteMediaStream;
  return isStream(stream) ? stream : null;
}

/** By its method, not its class: streams of other platforms are as good. */
function isStream(value: unknown): value is MediaStream {
  return typeof value === 'object' && value !== null && 'getTracks' in value;
}
