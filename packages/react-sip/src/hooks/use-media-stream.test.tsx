import { act } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { PictureMedia } from '../testing/picture-media.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useMediaStream } from './use-media-stream.ts';

let media = new PictureMedia();

beforeEach(() => {
  media = new PictureMedia();
});

const scene = CallScene.each(() => ({ sessionDescriptionHandlerFactory: media.factory }));

it('[RCT-03] gives the stream of either side as soon as there is one', async () => {
  const { alice, line } = scene();
  const { id, here, there } = await scene().ringing();
  const { value } = renderOnLine(alice, () => [useMediaStream(id), useMediaStream(id, 'local'), useMediaStream(null)]);
  expect(value()).toEqual([null, null, null]);
  await line.after(() => here.accept());
  const { localMediaStream, remoteMediaStream } = media.of(id);
  expect(remoteMediaStream).toBeDefined();
  expect(value()[0]).toBe(remoteMediaStream);
  expect(value()[1]).toBe(localMediaStream);
  expect(value()[2]).toBeNull();

  await line.after(() => there.terminate());
  expect(value()).toEqual([null, null, null]);
});

it('[RCT-04] renders only when the stream is another', async () => {
  const { alice } = scene();
  const { id, here } = await scene().talking();
  const { value, renders } = renderOnLine(alice, () => useMediaStream(id));
  renders();
  act(() => here.mute());
  expect(renders()).toBe(0);
  act(() => media.of(id).replaceRemoteStream());
  expect(renders()).toBe(1);
  expect(value()).toBe(media.of(id).remoteMediaStream);
});
