import type { SessionDescriptionHandler } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { over } from '../testing/snapshots.ts';
import { useMediaStream } from './use-media-stream.ts';

/** jsdom has no media; a stream is known by its tracks. */
class FakeStream {
  getTracks(): readonly MediaStreamTrack[] {
    return [];
  }
}

class FakeHandler implements SessionDescriptionHandler {
  readonly media = { audio: null, video: null, connection: 'new' } as const;
  localMediaStream: object | undefined;
  remoteMediaStream: object | undefined;
  hasDescription = (): boolean => true;
  getDescription = (): Promise<never> => Promise.reject(new Error('No media'));
  setDescription = (): Promise<void> => Promise.resolve();
  rollbackDescription = (): Promise<void> => Promise.resolve();
  sendDtmf = (): boolean => false;
  setMuted = (): void => undefined;
  close = (): void => undefined;
}

it('[RCT-03] gives the stream of either side as soon as there is one', () => {
  const ua = new FakeUA();
  const { value } = renderHook(ua, () => [useMediaStream('a'), useMediaStream('a', 'local'), useMediaStream(null)]);
  expect(value()).toEqual([null, null, null]);
  const session = ua.add('a');
  expect(value()).toEqual([null, null, null]);

  const handler = new FakeHandler();
  [handler.localMediaStream, handler.remoteMediaStream] = [new FakeStream(), new FakeStream()];
  session.sessionDescriptionHandler = handler;
  act(() => ua.change('a', { media: { audio: null, video: null, connection: 'connected' } }));
  expect(value()[0]).toBe(handler.remoteMediaStream);
  expect(value()[1]).toBe(handler.localMediaStream);
  expect(value()[2]).toBeNull();

  act(() => ua.change('a', over()));
  expect(value()).toEqual([null, null, null]);
});

it('[RCT-04] renders only when the stream is another', () => {
  const ua = new FakeUA();
  const session = ua.add('a');
  const handler = new FakeHandler();
  handler.remoteMediaStream = new FakeStream();
  session.sessionDescriptionHandler = handler;
  const { renders } = renderHook(ua, () => useMediaStream('a'));
  renders();
  act(() => ua.change('a', { earlyMedia: true }));
  expect(renders()).toBe(0);
  handler.remoteMediaStream = new FakeStream();
  act(() => ua.change('a', { earlyMedia: false }));
  expect(renders()).toBe(1);
});
