import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FakeUA } from '../testing/fake-ua.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { answered, sessionSnapshot } from '../testing/snapshots.ts';
import { useScreenShare } from './use-screen-share.ts';
import { useVideo } from './use-video.ts';

const { media } = sessionSnapshot('a', answered());
const both = { ...media, video: { local: 'sendrecv', remote: 'sendrecv' } } as const;

describe('useVideo', () => {
  it('[RCT-03] tells what is sent and what comes, and renders for that alone', async () => {
    const ua = new FakeUA();
    ua.add('a', answered());
    const { value, renders } = renderHook(ua, () => useVideo('a'));
    expect(value()).toMatchObject({ local: 'off', remote: false, possible: true, pending: false, error: null });
    renders();
    act(() => ua.change('a', { hold: { local: true, remote: false } }));
    expect(renders()).toBe(0);
    const before = value();
    act(() => ua.change('a', { media: both }));
    expect([value().local, value().remote, renders()]).toEqual(['camera', true, 1]);
    act(() => ua.change('a', { media: { ...both, sharing: true } }));
    expect([value().local, renders()]).toEqual(['screen', 1]);
    act(() => ua.change('a', { media: both, muted: { audio: false, video: true } }));
    expect([value().local, renders()]).toEqual(['off', 1]);
    for (const name of ['startVideo', 'stopVideo', 'toggleVideo', 'switchCamera'] as const) {
      expect(value()[name]).toBe(before[name]);
    }
  });

  it('[RCT-03] tells of a picture that is offered and not answered', () => {
    const ua = new FakeUA();
    ua.add('a', { direction: 'incoming', phase: 'incoming', offersVideo: true });
    const { value } = renderHook(ua, () => useVideo('a'));
    expect(value()).toMatchObject({ offered: true, possible: false, local: 'off' });
    act(() => ua.change('a', { ...answered(), offersVideo: true }));
    expect(value()).toMatchObject({ offered: false, possible: true });
  });

  it('[RCT-03] starts, stops, switches, and keeps why the latest of them failed', async () => {
    const ua = new FakeUA();
    const session = ua.add('a', answered());
    const { value, renders } = renderHook(ua, () => useVideo('a'));
    const { toggleVideo, startVideo, switchCamera } = value();
    session.failure = new Error('no camera');
    renders();
    await act(() => expect(startVideo()).rejects.toThrow('no camera'));
    expect([value().error, value().pending]).toEqual([new Error('no camera'), false]);
    await act(() => startVideo({ width: 640 }));
    expect(value().error).toBeNull();
    act(() => ua.change('a', { media: both }));
    await act(() => toggleVideo());
    await act(() => switchCamera('front'));
    await act(() => switchCamera());
    expect(ua.log.filter((line) => /video|camera/.test(line))).toEqual([
      'video true a',
      'video {"width":640} a',
      'video false a',
      'camera front a',
      'camera null a',
    ]);
    act(() => ua.change('a', { pending: ['reinvite'] }));
    expect(value().pending).toBe(true);
  });

  it('[RCT-03] rests when there is no session', () => {
    const { value } = renderHook(new FakeUA(), () => [useVideo(), useScreenShare(null)] as const);
    expect(value()).toMatchObject([
      { local: 'off', remote: false, offered: false, possible: false },
      { sharing: false, possible: false },
    ]);
  });
});

describe('useScreenShare', () => {
  it('[RCT-03] shares and ends it with one button, and renders for that alone', async () => {
    const ua = new FakeUA();
    Object.assign(ua.userAgent.platform, { webrtc: { getDisplayMedia: () => undefined } });
    ua.add('a', answered());
    const { value, renders } = renderHook(ua, () => useScreenShare());
    expect(value()).toMatchObject({ sharing: false, possible: true });
    const { toggleSharing } = value();
    await act(() => toggleSharing());
    renders();
    act(() => ua.change('a', { media: { ...both, sharing: true } }));
    expect([value().sharing, renders()]).toEqual([true, 1]);
    act(() => ua.change('a', { muted: { audio: true, video: false } }));
    expect(renders()).toBe(0);
    await act(() => toggleSharing());
    expect(ua.log.filter((line) => line.includes('shar'))).toEqual(['share a', 'stop sharing a']);
    expect(value().toggleSharing).toBe(toggleSharing);
  });

  it('[RCT-03] is not possible where the browser has no screens to share', () => {
    const ua = new FakeUA();
    ua.add('a', answered());
    expect(renderHook(ua, () => useScreenShare()).value().possible).toBe(false);
  });
});
