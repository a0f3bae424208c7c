import { MediaError } from '@hookswitch/sip-core';
import { act } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallScene } from '../testing/call-scene.ts';
import { PictureMedia, withScreens } from '../testing/picture-media.ts';
import { REACT_18 } from '../testing/react-version.ts';
import { renderOnLine } from '../testing/render-on-line.tsx';
import { useScreenShare } from './use-screen-share.ts';
import { useVideo } from './use-video.ts';

let media = new PictureMedia();

beforeEach(() => {
  media = new PictureMedia();
});

const scene = CallScene.each((line) => ({
  sessionDescriptionHandlerFactory: media.factory,
  platform: { ...line.configuration('alice').platform, webrtc: withScreens },
}));

/** Bob shows himself where a picture is agreed. */
const withPicture = { sessionDescriptionHandlerOptions: { constraints: { audio: true, video: true } } };

describe('useVideo', () => {
  it('[RCT-03] tells what is sent and what comes, and renders for that alone', async () => {
    const { alice, line } = scene();
    const { id, here } = await scene().talking(withPicture);
    const { value, renders } = renderOnLine(alice, () => useVideo(id));
    expect(value()).toMatchObject({ local: 'off', remote: false, possible: true, pending: false, error: null });
    renders();
    await line.after(() => here.hold());
    await line.after(() => here.unhold());
    expect(renders()).toBe(0);
    const before = value();
    act(() => void here.setVideo(true));
    expect([value().pending, renders()]).toEqual([true, 1]);
    await line.pass();
    expect([value().local, value().remote, value().pending]).toEqual(['camera', true, false]);
    // For the picture, and for nothing being under way any more; at once in React 18.
    expect(renders()).toBe(REACT_18 ? 1 : 2);
    act(() => here.mute({ audio: false, video: true }));
    expect([value().local, renders()]).toEqual(['off', 1]);
    act(() => here.unmute({ audio: false, video: true }));
    expect([value().local, renders()]).toEqual(['camera', 1]);
    act(() => void here.shareScreen());
    expect([value().pending, renders()]).toEqual([true, 1]);
    await line.pass();
    expect([value().local, value().pending, renders()]).toEqual(['screen', false, 1]);
    for (const name of ['startVideo', 'stopVideo', 'toggleVideo', 'switchCamera'] as const) {
      expect(value()[name]).toBe(before[name]);
    }
  });

  it('[RCT-03] tells of a picture that is offered and not answered', async () => {
    const { alice, line } = scene();
    const { id, here } = await scene().ringing(withPicture);
    const { value } = renderOnLine(alice, () => useVideo(id));
    expect(value()).toMatchObject({ offered: true, possible: false, local: 'off' });
    await line.after(() => here.accept());
    expect(value()).toMatchObject({ offered: false, possible: true });
  });

  it('[RCT-03] starts, stops, switches, and keeps why the latest of them failed', async () => {
    const { alice, line } = scene();
    const { id, here } = await scene().talking(withPicture);
    const { value } = renderOnLine(alice, () => useVideo(id));
    const { toggleVideo, startVideo, switchCamera } = value();
    const noCamera = new MediaError('MEDIA_NOT_FOUND', 'no camera');
    media.fake.failNext('getDescription', noCamera);
    await expect(line.after(() => startVideo())).rejects.toThrow('no camera');
    expect([value().error, value().pending, value().local]).toEqual([noCamera, false, 'off']);
    await line.after(() => startVideo({ width: 640 }));
    expect([value().error, value().local]).toEqual([null, 'camera']);
    expect(media.fake.of(id)?.lastOptions.constraints?.video).toEqual({ width: 640 });
    await line.after(() => toggleVideo());
    expect(value().local).toBe('off');
    await line.after(() => toggleVideo());
    expect(value().local).toBe('camera');
    act(() => here.mute({ audio: false, video: true }));
    await line.after(() => toggleVideo());
    expect([value().local, here.getSnapshot().muted.video]).toEqual(['camera', false]);
    await line.after(() => switchCamera('front'));
    await line.after(() => switchCamera());
    expect(media.of(id).asked).toEqual(['video of front', 'video of null']);
    act(() => void toggleVideo());
    expect(value().pending).toBe(true);
  });

  it('[RCT-03] rests when there is no session', () => {
    const { value } = renderOnLine(scene().alice, () => [useVideo(), useScreenShare(null)] as const);
    expect(value()).toMatchObject([
      { local: 'off', remote: false, offered: false, possible: false },
      { sharing: false, possible: false },
    ]);
  });
});

describe('useScreenShare', () => {
  it('[RCT-03] shares and ends it with one button, and renders for that alone', async () => {
    const { alice, line } = scene();
    const { id, here } = await scene().talking(withPicture);
    const { value, renders } = renderOnLine(alice, () => useScreenShare());
    expect(value()).toMatchObject({ sharing: false, possible: true });
    const { toggleSharing } = value();
    await line.after(() => toggleSharing());
    expect([value().sharing, value().pending]).toEqual([true, false]);
    renders();
    act(() => here.mute());
    expect(renders()).toBe(0);
    await line.after(() => toggleSharing());
    expect(value().sharing).toBe(false);
    expect(media.of(id).asked).toEqual(['share', 'stop sharing']);
    expect(value().toggleSharing).toBe(toggleSharing);
  });

  it('[RCT-03] is not possible where the browser has no screens to share', async () => {
    const { line } = scene();
    const carol = line.ua('carol');
    const { value } = renderOnLine(carol, () => useScreenShare());
    await line.pass(0);
    await line.talk(carol);
    expect(value().possible).toBe(false);
  });
});
